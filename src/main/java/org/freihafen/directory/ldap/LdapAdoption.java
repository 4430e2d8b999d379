package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.freihafen.directory.Adoption;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Adoption of entries on an LDAP server, by the attribute that {@code ldap.adopt-by} names. */
@Singleton
public class LdapAdoption implements Adoption {
    private static final String UUID_ATTRIBUTE = "entryUUID";
    private static final Filter PEOPLE =
            Filter.createEqualityFilter("objectClass", "inetOrgPerson");

    private final LdapSettings settings;
    private final LdapConnector connector;
    private final LdapTrouble trouble;

    @Inject
    public LdapAdoption(LdapSettings settings) {
        this.settings = settings;
        this.connector = new LdapConnector(settings);
        this.trouble = new LdapTrouble(settings);
    }

    @Override
    public Report report(Map<PersonId, PersonEntry> people) throws TargetUnavailable {
        Map<String, PersonId> byName = new HashMap<>();
        people.forEach((id, person) -> byName.put(folded(person.username()), id));
        List<SearchResultEntry> unmarked = new ArrayList<>();
        Set<PersonId> marked = new HashSet<>();
        try (LDAPConnection connection = connector.bound()) {
            new Observing(connection)
                    .each(
                            settings.people(),
                            PEOPLE,
                            new String[] {
                                "objectClass", PersonMapping.ID, UUID_ATTRIBUTE, settings.adoptBy()
                            },
                            entry -> {
                                if (entry.hasObjectClass("fhManaged")) {
                                    LdapNames.id(PersonMapping.text(entry, PersonMapping.ID))
                                            .ifPresent(marked::add);
                                } else {
                                    unmarked.add(entry);
                                }
                            },
                            () -> {
                                unmarked.clear();
                                marked.clear();
                            });
        } catch (LDAPException e) {
            throw trouble.unavailable(e);
        }
        return judge(unmarked, byName, marked);
    }

    private Report judge(
            List<SearchResultEntry> unmarked, Map<String, PersonId> byName, Set<PersonId> marked) {
        Map<PersonId, List<SearchResultEntry>> alike = new HashMap<>();
        List<Match> matches = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        for (SearchResultEntry entry : unmarked) {
            PersonId person = byName.get(folded(PersonMapping.text(entry, settings.adoptBy())));
            if (person == null) {
                unmatched.add(entry.getDN());
            } else {
                alike.computeIfAbsent(person, _ -> new ArrayList<>()).add(entry);
            }
        }
        alike.forEach((person, entries) -> {
            Optional<UUID> uuid = uuid(entries.getFirst());
            if (marked.contains(person)) {
                conflict(entries, "adoption.has-entry", conflicts);
            } else if (entries.size() > 1) {
                conflict(entries, "adoption.several", conflicts);
            } else if (uuid.isEmpty()) {
                conflict(entries, "adoption.no-uuid", conflicts);
            } else {
                matches.add(new Match(person, uuid.get(), entries.getFirst().getDN()));
            }
        });
        return new Report(matches, conflicts, unmatched);
    }

    private static void conflict(
            List<SearchResultEntry> entries, String reason, List<Conflict> conflicts) {
        entries.forEach(entry -> conflicts.add(new Conflict(entry.getDN(), Saying.of(reason))));
    }

    @Override
    public Outcome adopt(PersonId person, UUID uuid, PersonEntry desired) {
        try (LDAPConnection connection = connector.bound()) {
            Optional<SearchResultEntry> entry = find(connection, uuid);
            if (entry.isEmpty()) {
                return new Outcome.Refused(Saying.of("adoption.gone", uuid));
            }
            if (entry.get().hasObjectClass("fhManaged")) {
                return entry.get().hasAttributeValue(PersonMapping.ID, person.toString())
                        ? new Outcome.Applied()
                        : new Outcome.Refused(Saying.of("adoption.taken", entry.get().getDN()));
            }
            connection.modify(entry.get().getDN(), PersonMapping.adoption(person, desired));
            return new Outcome.Applied();
        } catch (LDAPException e) {
            return trouble.outcome(e);
        }
    }

    private Optional<SearchResultEntry> find(LDAPConnection connection, UUID uuid)
            throws LDAPException {
        return Optional.ofNullable(
                connection.searchForEntry(
                        settings.people(),
                        SearchScope.ONE,
                        Filter.createEqualityFilter(UUID_ATTRIBUTE, uuid.toString()),
                        "objectClass",
                        PersonMapping.ID));
    }

    private static Optional<UUID> uuid(SearchResultEntry entry) {
        return LdapNames.id(PersonMapping.text(entry, UUID_ATTRIBUTE)).map(PersonId::value);
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
