package org.freihafen.directory;

import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;

import java.util.ArrayList;
import java.util.List;

/**
 * A change as the lines of a run say it: people by their ids only, for who looks after runs does
 * not see who is a member, and lines may outlive them.
 */
final class Describing {
    private Describing() {}

    static String text(Change<EntryKey, DirectoryEntry> change) {
        return switch (change) {
            case Change.Create<EntryKey, DirectoryEntry>(EntryKey key, DirectoryEntry desired) ->
                    "+ " + what(key, desired);
            case Change.Update<EntryKey, DirectoryEntry>(
                            EntryKey key,
                            DirectoryEntry before,
                            DirectoryEntry after) ->
                    "~ " + what(key, after) + difference(before, after);
            case Change.Delete<EntryKey, DirectoryEntry>(EntryKey key, DirectoryEntry observed) ->
                    "- " + what(key, observed);
        };
    }

    private static String what(EntryKey key, DirectoryEntry entry) {
        return entry instanceof GroupEntry group
                ? group.label()
                : switch (key) {
                    case EntryKey.OfPerson(PersonId id) -> "person " + id;
                    case EntryKey.OfGroup(GroupId id) -> id.toString();
                };
    }

    private static String difference(DirectoryEntry before, DirectoryEntry after) {
        if (before instanceof GroupEntry b && after instanceof GroupEntry a) {
            int gained = a.members().minus(b.members()).size();
            int lost = b.members().minus(a.members()).size();
            String name = b.label().equals(a.label()) ? "" : " (" + b.label() + ")";
            return name + " +" + gained + " −" + lost;
        }
        if (before instanceof PersonEntry b && after instanceof PersonEntry a) {
            List<String> said = new ArrayList<>();
            if (!b.username().equals(a.username())) {
                said.add("login");
            }
            if (!b.displayName().equals(a.displayName())) {
                said.add("name");
            }
            if (b.active() != a.active()) {
                said.add(a.active() ? "active" : "suspended");
            }
            return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
        }
        return "";
    }
}
