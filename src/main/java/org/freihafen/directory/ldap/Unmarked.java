package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;

import org.freihafen.directory.Adoption.Conflict;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Saying;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The entries of a container without our mark, held against what we have. */
final class Unmarked<K> {
    static final String UUID_ATTRIBUTE = "entryUUID";

    /** An entry that is like one of ours, and the only such. */
    record Like<K>(K key, UUID uuid, SearchResultEntry entry) {}

    final List<Like<K>> matches = new ArrayList<>();
    final List<Conflict> conflicts = new ArrayList<>();
    final List<String> unmatched = new ArrayList<>();

    /**
     * Reads all of a container.
     *
     * @param id what an entry that carries our mark is
     * @param like what an entry without it seems to be
     * @param objection why such an entry cannot be adopted as it is
     */
    static <K> Unmarked<K> read(
            LDAPConnection connection,
            String container,
            Filter filter,
            String[] attributes,
            Function<SearchResultEntry, Optional<K>> id,
            Function<SearchResultEntry, Optional<K>> like,
            Function<SearchResultEntry, Optional<Saying>> objection)
            throws LDAPException {
        List<SearchResultEntry> unmarked = new ArrayList<>();
        Set<K> marked = new HashSet<>();
        new Observing(connection)
                .each(
                        container,
                        filter,
                        attributes,
                        entry -> {
                            if (entry.hasObjectClass("fhManaged")) {
                                id.apply(entry).ifPresent(marked::add);
                            } else {
                                unmarked.add(entry);
                            }
                        },
                        () -> {
                            unmarked.clear();
                            marked.clear();
                        });
        Unmarked<K> judged = new Unmarked<>();
        judged.judge(unmarked, marked, like, objection);
        return judged;
    }

    private void judge(
            List<SearchResultEntry> unmarked,
            Set<K> marked,
            Function<SearchResultEntry, Optional<K>> like,
            Function<SearchResultEntry, Optional<Saying>> objection) {
        Map<K, List<SearchResultEntry>> alike = new LinkedHashMap<>();
        for (SearchResultEntry entry : unmarked) {
            like.apply(entry)
                    .ifPresentOrElse(
                            key -> alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry),
                            () -> unmatched.add(entry.getDN()));
        }
        alike.forEach((key, entries) -> {
            SearchResultEntry first = entries.getFirst();
            Optional<UUID> uuid = uuid(first);
            Optional<Saying> no = objection.apply(first);
            if (marked.contains(key)) {
                conflict(entries, Saying.of("adoption.has-entry"));
            } else if (entries.size() > 1) {
                conflict(entries, Saying.of("adoption.several"));
            } else if (uuid.isEmpty()) {
                conflict(entries, Saying.of("adoption.no-uuid"));
            } else if (no.isPresent()) {
                conflict(entries, no.get());
            } else {
                matches.add(new Like<>(key, uuid.get(), first));
            }
        });
    }

    private void conflict(List<SearchResultEntry> entries, Saying reason) {
        entries.forEach(entry -> conflicts.add(new Conflict(entry.getDN(), reason)));
    }

    private static Optional<UUID> uuid(SearchResultEntry entry) {
        return LdapNames.id(PersonMapping.text(entry, UUID_ATTRIBUTE)).map(PersonId::value);
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
