package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a login name from standing in two entries of ours, with which neither person could sign in:
 * who holds the names that some changes would write.
 */
final class LoginNames {
    private static final int NAMES_IN_ONE_FILTER = 200;
    private static final int WORTH_READING_ALL = 5_000;

    private final Map<String, Set<String>> holders = new HashMap<>();

    /** Asks once for all names that the changes would write. */
    static LoginNames wantedBy(
            List<Change<EntryKey, DirectoryEntry>> changes,
            LdapSettings settings,
            LDAPConnection connection)
            throws LDAPException {
        Set<String> wanted = new HashSet<>();
        changes.forEach(change -> wanted(change).ifPresent(wanted::add));
        LoginNames names = new LoginNames();
        for (Filter filter : filters(List.copyOf(wanted))) {
            new Observing(connection)
                    .each(
                            settings.people(),
                            filter,
                            new String[] {PersonMapping.ID, PersonMapping.LOGIN},
                            entry -> {
                                String[] held = entry.getAttributeValues(PersonMapping.LOGIN);
                                for (String name : held == null ? new String[0] : held) {
                                    names.hold(name, PersonMapping.text(entry, PersonMapping.ID));
                                }
                            },
                            () -> {});
        }
        return names;
    }

    private static List<Filter> filters(List<String> wanted) {
        if (wanted.size() > WORTH_READING_ALL) {
            return List.of(PersonMapping.OURS);
        }
        List<Filter> filters = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += NAMES_IN_ONE_FILTER) {
            int to = Math.min(from + NAMES_IN_ONE_FILTER, wanted.size());
            List<Filter> some =
                    wanted.subList(from, to).stream()
                            .map(name -> Filter.createEqualityFilter(PersonMapping.LOGIN, name))
                            .toList();
            filters.add(Filter.createANDFilter(PersonMapping.OURS, Filter.createORFilter(some)));
        }
        return filters;
    }

    /** The login name that a change would write; empty if it writes none. */
    private static Optional<String> wanted(Change<EntryKey, DirectoryEntry> change) {
        return switch (change) {
            case Change.Create<EntryKey, DirectoryEntry>(EntryKey _, DirectoryEntry desired) ->
                    login(desired);
            case Change.Update<EntryKey, DirectoryEntry>(
                            EntryKey _,
                            DirectoryEntry observed,
                            DirectoryEntry desired) ->
                    login(desired).filter(name -> !login(observed).equals(Optional.of(name)));
            case Change.Delete<EntryKey, DirectoryEntry> _ -> Optional.empty();
        };
    }

    private static Optional<String> login(DirectoryEntry entry) {
        return entry instanceof PersonEntry person
                ? Optional.of(folded(person.username()))
                : Optional.empty();
    }

    private void hold(String name, String id) {
        holders.computeIfAbsent(folded(name), _ -> new HashSet<>()).add(id);
    }

    /** Why the change must not be made: somebody else's entry holds the login name. */
    Optional<Outcome> objection(Change<EntryKey, DirectoryEntry> change) {
        if (!(change.key() instanceof EntryKey.OfPerson(PersonId person))) {
            return Optional.empty();
        }
        return wanted(change)
                .flatMap(name ->
                        holders.getOrDefault(name, Set.of()).stream()
                                .filter(id -> !id.equals(person.toString()))
                                .findFirst())
                .map(LoginNames::refused);
    }

    private static Outcome refused(String holder) {
        return new Outcome.Refused(Saying.of("ldap.login-taken", holder));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
