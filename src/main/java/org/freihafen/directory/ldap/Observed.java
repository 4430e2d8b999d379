package org.freihafen.directory.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.groups.GroupId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Gathers what one observation read, and refuses to call it whole where it is not readable. */
final class Observed {
    private final LdapSettings settings;
    private final Observing observing;
    private final GroupMapping groups;
    private final List<Map.Entry<EntryKey, DirectoryEntry>> found = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    Observed(LdapSettings settings, LDAPConnection connection, LdapNames names) {
        this.settings = settings;
        this.observing = new Observing(connection);
        this.groups = new GroupMapping(names);
    }

    void people(Filter filter) throws LDAPException {
        read(
                settings.people(),
                filter,
                PersonMapping.ATTRIBUTES,
                (entry, id) ->
                        LdapNames.id(id)
                                .map(person ->
                                        new SimpleImmutableEntry<>(
                                                new EntryKey.OfPerson(person),
                                                PersonMapping.read(entry))));
    }

    void groups(Filter filter) throws LDAPException {
        read(
                settings.groups(),
                filter,
                GroupMapping.ATTRIBUTES,
                (entry, id) ->
                        group(id)
                                .map(group ->
                                        new SimpleImmutableEntry<>(
                                                new EntryKey.OfGroup(group), groups.read(entry))));
    }

    static Optional<GroupId> group(String id) {
        try {
            return Optional.of(GroupId.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void read(
            String container,
            Filter filter,
            String[] attributes,
            BiFunction<
                            SearchResultEntry,
                            String,
                            Optional<
                                    ? extends
                                            Map.Entry<
                                                    ? extends EntryKey, ? extends DirectoryEntry>>>
                    mapping)
            throws LDAPException {
        int before = found.size();
        observing.each(
                container,
                filter,
                attributes,
                entry ->
                        mapping.apply(entry, PersonMapping.text(entry, PersonMapping.ID))
                                .ifPresentOrElse(
                                        each ->
                                                found.add(
                                                        new SimpleImmutableEntry<>(
                                                                each.getKey(), each.getValue())),
                                        () -> unreadable.add(entry.getDN())),
                () -> found.subList(before, found.size()).clear());
    }

    State<EntryKey, DirectoryEntry> state() throws TargetUnavailable {
        if (!unreadable.isEmpty()) {
            throw new TargetUnavailable(
                    Saying.of("ldap.id-unreadable", unreadable.iterator().next()));
        }
        try {
            return State.of(found);
        } catch (IllegalArgumentException e) {
            throw new TargetUnavailable(
                    Saying.of("ldap.id-twice", String.valueOf(e.getMessage())), e);
        }
    }
}
