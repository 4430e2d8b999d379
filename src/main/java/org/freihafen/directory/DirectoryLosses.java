package org.freihafen.directory;

import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.State;

import java.util.ArrayList;
import java.util.List;

/**
 * What a plan takes away in the directory: sign-in from people, people from groups, whole groups,
 * and those who were erased.
 */
final class DirectoryLosses {
    static final String ERASURES = "erasures";
    static final String SUSPENSIONS = "suspensions";
    static final String GROUPS = "groups";
    static final String MEMBERS = "members";

    private DirectoryLosses() {}

    static List<Loss> of(
            Plan<EntryKey, DirectoryEntry> plan, State<EntryKey, DirectoryEntry> observed) {
        List<Loss> losses = new ArrayList<>();
        int suspended = 0;
        int groups = 0;
        int erased = 0;
        for (Change<EntryKey, DirectoryEntry> change : plan.changes()) {
            if (change
                    instanceof
                    Change.Update<EntryKey, DirectoryEntry>(
                            EntryKey _,
                            PersonEntry before,
                            PersonEntry after)) {
                suspended += before.active() && !after.active() ? 1 : 0;
            } else if (change
                    instanceof
                    Change.Update<EntryKey, DirectoryEntry>(
                            EntryKey _,
                            GroupEntry before,
                            GroupEntry after)) {
                int lost = before.members().minus(after.members()).size();
                if (lost > 0) {
                    losses.add(new Loss(MEMBERS, after.label(), lost, before.members().size()));
                }
            } else if (change
                    instanceof
                    Change.Delete<EntryKey, DirectoryEntry>(EntryKey _, GroupEntry group)) {
                groups++;
                if (group.members().size() > 0) {
                    int all = group.members().size();
                    losses.add(new Loss(MEMBERS, group.label(), all, all));
                }
            } else if (change
                    instanceof Change.Delete<EntryKey, DirectoryEntry>(EntryKey _, PersonEntry _)) {
                erased++;
            }
        }
        count(losses, SUSPENSIONS, suspended, observed, EntryKey.OfPerson.class);
        count(losses, ERASURES, erased, observed, EntryKey.OfPerson.class);
        count(losses, GROUPS, groups, observed, EntryKey.OfGroup.class);
        return losses;
    }

    private static void count(
            List<Loss> losses,
            String what,
            int lost,
            State<EntryKey, DirectoryEntry> observed,
            Class<? extends EntryKey> sort) {
        if (lost > 0) {
            int before = (int) observed.keys().stream().filter(sort::isInstance).count();
            losses.add(new Loss(what, "", lost, before));
        }
    }
}
