package org.freihafen.directory;

import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Saying;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change as the lines of a run say it: people by their ids only, for who looks after runs does
 * not see who is a member, and lines may outlive them.
 */
final class Describing {
    private Describing() {}

    static Saying text(Change<EntryKey, DirectoryEntry> change) {
        return switch (change) {
            case Change.Create<EntryKey, DirectoryEntry>(EntryKey key, DirectoryEntry desired) ->
                    said("make", key, desired);
            case Change.Update<EntryKey, DirectoryEntry>(
                            EntryKey key,
                            DirectoryEntry before,
                            DirectoryEntry after) ->
                    said("change", key, after).with(differences(before, after));
            case Change.Delete<EntryKey, DirectoryEntry>(EntryKey key, DirectoryEntry observed) ->
                    said("remove", key, observed);
        };
    }

    private static Saying said(String what, EntryKey key, DirectoryEntry entry) {
        return switch (key) {
            case EntryKey.OfPerson(PersonId id) -> Saying.of("account." + what, id);
            case EntryKey.OfGroup(GroupId id) ->
                    Saying.of(
                            "group." + what,
                            entry instanceof GroupEntry group ? group.label() : id.toString());
        };
    }

    private static List<Saying> differences(DirectoryEntry before, DirectoryEntry after) {
        List<Saying> said = new ArrayList<>();
        if (before instanceof GroupEntry b && after instanceof GroupEntry a) {
            if (!b.label().equals(a.label())) {
                said.add(Saying.of("was", b.label()));
            }
            count("joining", a.members().minus(b.members()).size()).ifPresent(said::add);
            count("leaving", b.members().minus(a.members()).size()).ifPresent(said::add);
        }
        if (before instanceof PersonEntry b && after instanceof PersonEntry a) {
            if (!b.username().equals(a.username())) {
                said.add(Saying.of("login"));
            }
            if (!b.displayName().equals(a.displayName())) {
                said.add(Saying.of("name"));
            }
            if (b.active() != a.active()) {
                said.add(Saying.of(a.active() ? "active" : "suspended"));
            }
        }
        return said;
    }

    private static Optional<Saying> count(String key, int number) {
        return number == 0 ? Optional.empty() : Optional.of(Saying.of(key, number));
    }
}
