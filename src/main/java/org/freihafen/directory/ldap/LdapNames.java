package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;

import org.freihafen.ids.PersonId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The DNs of our entries. A person's follows from the id, but for those whose entry was adopted and
 * has kept the DN that it had. An adopted group holds the DN of the groups' container, which is
 * nobody, among its members.
 */
final class LdapNames {
    private static final Filter ADOPTED = Filter.createEqualityFilter("objectClass", "fhAdopted");
    private static final int ID_LENGTH = 36;
    private static final String ID = "fhId=";

    private final String people;
    private final String groups;
    private final String ending;
    private final Map<PersonId, String> adopted = new HashMap<>();
    private final Map<String, PersonId> adopters = new HashMap<>();
    private final Set<String> adoptedGroups = new HashSet<>();

    LdapNames(LdapSettings settings) {
        this.people = settings.people();
        this.groups = settings.groups();
        this.ending = "," + settings.people();
    }

    /** With all those on the server that were adopted; they are few. */
    static LdapNames known(LdapSettings settings, LDAPConnection connection) throws LDAPException {
        LdapNames names = new LdapNames(settings);
        new Observing(connection)
                .each(
                        settings.people(),
                        ADOPTED,
                        new String[] {PersonMapping.ID},
                        entry ->
                                id(PersonMapping.text(entry, PersonMapping.ID))
                                        .ifPresent(id -> names.adopted(id, entry.getDN())),
                        () -> {});
        new Observing(connection)
                .each(
                        settings.groups(),
                        ADOPTED,
                        new String[] {"cn"},
                        entry -> names.adoptedGroups.add(PersonMapping.text(entry, "cn")),
                        () -> {});
        return names;
    }

    private void adopted(PersonId id, String dn) {
        adopted.put(id, dn);
        adopters.put(normal(dn), id);
    }

    String person(PersonId id) {
        String kept = adopted.get(id);
        return kept == null ? ID + id + ending : kept;
    }

    String group(String name) {
        return rdn(name) + "," + groups;
    }

    String place() {
        return groups;
    }

    boolean isPlace(String dn) {
        return normal(dn).equals(normal(groups));
    }

    boolean holdsPlace(String groupName) {
        return adoptedGroups.contains(groupName);
    }

    static String rdn(String groupName) {
        return new RDN("cn", groupName).toString();
    }

    /** Whose DN this is; empty if it names nobody of ours. */
    Optional<PersonId> person(String dn) {
        if (dn.length() == ID.length() + ID_LENGTH + ending.length()
                && dn.regionMatches(true, 0, ID, 0, ID.length())
                && dn.regionMatches(true, ID.length() + ID_LENGTH, ending, 0, ending.length())) {
            return id(dn.substring(ID.length(), ID.length() + ID_LENGTH));
        }
        PersonId adopter = adopters.get(normal(dn));
        return adopter == null ? spaced(dn) : Optional.of(adopter);
    }

    /** The DN may be ours written otherwise, with spaces for instance. */
    private Optional<PersonId> spaced(String dn) {
        try {
            DN parsed = new DN(dn);
            DN parent = parsed.getParent();
            RDN rdn = parsed.getRDN();
            return parent != null
                            && rdn != null
                            && parent.equals(new DN(people))
                            && rdn.hasAttribute("fhId")
                    ? id(rdn.getAttributeValues()[0])
                    : Optional.empty();
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }

    static Optional<PersonId> id(String text) {
        try {
            return Optional.of(new PersonId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String normal(String dn) {
        try {
            return DN.normalize(dn);
        } catch (LDAPException e) {
            return dn;
        }
    }
}
