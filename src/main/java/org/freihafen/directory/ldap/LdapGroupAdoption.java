package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.GroupAdoption;
import org.freihafen.groups.GroupId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Adoption of groups' entries by their {@code cn}. */
@Singleton
public class LdapGroupAdoption implements GroupAdoption {
    private static final String MEMBER = "member";

    /** Classes of groups that keep their members in other attributes than {@code member}. */
    private static final List<String> OTHERWISE = List.of("groupOfUniqueNames", "posixGroup");

    private static final Filter GROUPS =
            Filter.createORFilter(
                    Stream.concat(
                                    Stream.of("fhGroup", "groupOfNames", "groupOfMembers"),
                                    OTHERWISE.stream())
                            .map(name -> Filter.createEqualityFilter("objectClass", name))
                            .toList());
    private static final String[] ATTRIBUTES = {
        "objectClass", PersonMapping.ID, Unmarked.UUID_ATTRIBUTE, "cn", MEMBER
    };

    private final LdapSettings settings;
    private final LdapConnector connector;
    private final LdapTrouble trouble;

    @Inject
    public LdapGroupAdoption(LdapSettings settings) {
        this.settings = settings;
        this.connector = new LdapConnector(settings);
        this.trouble = new LdapTrouble(settings);
    }

    @Override
    public Report report(Map<GroupId, GroupEntry> groups) throws TargetUnavailable {
        Map<String, GroupId> byName = new HashMap<>();
        groups.forEach((id, group) -> byName.put(Unmarked.folded(group.name()), id));
        groups.forEach((id, group) -> byName.putIfAbsent(Unmarked.folded(group.label()), id));
        try (LDAPConnection connection = connector.bound()) {
            GroupMapping mapping = new GroupMapping(LdapNames.known(settings, connection));
            Unmarked<GroupId> found =
                    Unmarked.read(
                            connection,
                            settings.groups(),
                            GROUPS,
                            ATTRIBUTES,
                            entry -> Observed.group(PersonMapping.text(entry, PersonMapping.ID)),
                            entry -> like(entry, byName),
                            LdapGroupAdoption::objection);
            return new Report(
                    found.matches.stream()
                            .flatMap(like ->
                                    Optional.ofNullable(groups.get(like.key()))
                                            .map(group -> match(like, group, mapping))
                                            .stream())
                            .toList(),
                    found.conflicts,
                    found.unmatched);
        } catch (LDAPException e) {
            throw trouble.unavailable(e);
        }
    }

    private static Optional<GroupId> like(SearchResultEntry entry, Map<String, GroupId> byName) {
        return values(entry, "cn").stream()
                .map(name -> byName.get(Unmarked.folded(name)))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private static Optional<Saying> objection(SearchResultEntry entry) {
        if (OTHERWISE.stream().anyMatch(entry::hasObjectClass)) {
            return Optional.of(Saying.of("adoption.members-elsewhere"));
        }
        return named(entry) ? Optional.empty() : Optional.of(Saying.of("adoption.named-otherwise"));
    }

    /** Whether its one {@code cn} is its name in the tree, by which it can be renamed. */
    private static boolean named(SearchResultEntry entry) {
        try {
            RDN rdn = new DN(entry.getDN()).getRDN();
            return rdn != null
                    && !rdn.isMultiValued()
                    && rdn.hasAttribute("cn")
                    && values(entry, "cn").size() == 1;
        } catch (LDAPException e) {
            return false;
        }
    }

    private static Match match(
            Unmarked.Like<GroupId> like, GroupEntry desired, GroupMapping mapping) {
        int joining = desired.members().minus(mapping.read(like.entry()).members()).size();
        int staying = desired.members().size() - joining;
        return new Match(
                like.key(),
                like.uuid(),
                like.entry().getDN(),
                joining,
                values(like.entry(), MEMBER).size() - staying);
    }

    private static List<String> values(SearchResultEntry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    @Override
    public Outcome adopt(GroupId group, UUID entry) {
        return new Linking(settings)
                .link(
                        settings.groups(),
                        entry,
                        group.toString(),
                        new GroupMapping(new LdapNames(settings)).adoption(group),
                        LdapGroupAdoption::objection);
    }
}
