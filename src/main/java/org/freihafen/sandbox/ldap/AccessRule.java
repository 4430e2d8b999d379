package org.freihafen.sandbox.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.schema.Schema;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who sees and changes what: the same that {@code ldap-schema/openldap/config.ldif} and {@code
 * ldap-schema/389ds/access.ldif} say to real servers. {@code DirectoryAclContract} holds all three
 * to it.
 */
final class AccessRule {
    private static final String PASSWORD = "userpassword";
    private static final String CLOUD_PREFIX = "cloud-";
    private static final Set<String> OF_CONTAINERS = Set.of("objectclass", "dc", "o", "ou");
    private static final Set<String> OF_PEOPLE =
            Set.of(
                    "objectclass",
                    "entryuuid",
                    "fhid",
                    "fhstate",
                    "uid",
                    "cn",
                    "sn",
                    "displayname",
                    "mail");
    private static final Set<String> OF_GROUPS =
            Set.of(
                    "objectclass",
                    "entryuuid",
                    "fhid",
                    "cn",
                    "member",
                    "description",
                    "fhname",
                    "fhkey",
                    "fhunit",
                    "fhkind",
                    "fhparent",
                    "fhpart");

    private final Schema schema;
    private final DN base;
    private final DN people;
    private final DN groups;
    private final DN services;
    private final DN writer;
    private final DN instance;

    AccessRule(DN base, Schema schema) {
        this.schema = schema;
        this.base = base;
        this.people = below(base, "ou", "people");
        this.groups = below(base, "ou", "groups");
        this.services = below(base, "ou", "services");
        this.writer = below(services, "cn", "freihafen");
        this.instance = below(services, "cn", "instance");
    }

    private DN below(DN parent, String attribute, String value) {
        return new DN(new RDN(attribute, value, schema), parent);
    }

    /** Who somebody is that proved to be this entry; empty if an account of theirs is locked. */
    Optional<Viewer> bound(DN dn, Entry entry) {
        if (people.equals(dn.getParent())) {
            return active(entry) ? Optional.of(new Viewer.Person(dn)) : Optional.empty();
        }
        if (dn.equals(writer)) {
            return Optional.of(new Viewer.Writer());
        }
        String name = entry.getAttributeValue("cn");
        return services.equals(dn.getParent()) && name != null && name.startsWith(CLOUD_PREFIX)
                ? Optional.of(new Viewer.Cloud(name.substring(CLOUD_PREFIX.length())))
                : Optional.of(new Viewer.Nobody());
    }

    /** What of the entry exists for the viewer; empty if the entry does not exist for them. */
    Optional<Entry> seen(Viewer viewer, DN dn, Entry entry) {
        List<Attribute> attributes =
                entry.getAttributes().stream()
                        .filter(attribute -> reads(viewer, dn, entry, name(attribute)))
                        .toList();
        return attributes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry(entry.getDN(), schema, attributes));
    }

    private boolean reads(Viewer viewer, DN dn, Entry entry, String attribute) {
        return switch (viewer) {
            case Viewer.Nobody() -> false;
            case Viewer.Writer() ->
                    isContainer(dn)
                            ? OF_CONTAINERS.contains(attribute)
                            : mayWrite(viewer, dn) && !attribute.equals(PASSWORD);
            case Viewer.Person(DN own) -> own.equals(dn) && !attribute.equals(PASSWORD);
            case Viewer.Cloud(String service) ->
                    isContainer(dn)
                            ? OF_CONTAINERS.contains(attribute)
                            : entry.hasAttributeValue("fhService", service)
                                    && ofClouds(dn).contains(attribute);
        };
    }

    private Set<String> ofClouds(DN dn) {
        if (people.equals(dn.getParent())) {
            return OF_PEOPLE;
        }
        return groups.equals(dn.getParent()) ? OF_GROUPS : Set.of();
    }

    private boolean isContainer(DN dn) {
        return dn.equals(base) || dn.equals(people) || dn.equals(groups);
    }

    boolean mayWrite(Viewer viewer, DN dn) {
        return viewer instanceof Viewer.Writer
                && (people.equals(dn.getParent())
                        || groups.equals(dn.getParent())
                        || dn.equals(instance));
    }

    boolean maySetPassword(Viewer viewer, DN dn, @Nullable Entry entry) {
        return entry != null
                && people.equals(dn.getParent())
                && switch (viewer) {
                    case Viewer.Writer() -> true;
                    case Viewer.Person(DN own) -> own.equals(dn) && active(entry);
                    case Viewer.Cloud _, Viewer.Nobody _ -> false;
                };
    }

    private static boolean active(Entry entry) {
        return entry.hasAttributeValue("fhState", "active");
    }

    static boolean isPassword(Attribute attribute) {
        return name(attribute).equals(PASSWORD);
    }

    private static String name(Attribute attribute) {
        return attribute.getBaseName().toLowerCase(Locale.ROOT);
    }
}
