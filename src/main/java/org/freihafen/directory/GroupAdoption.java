package org.freihafen.directory;

import org.freihafen.directory.Adoption.Conflict;
import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.groups.GroupId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes over groups that stood in the directory before Freihafen came. */
public interface GroupAdoption {
    /**
     * An entry that is a group of ours, as far as one can see.
     *
     * @param joining how many people of our group it does not have
     * @param leaving how many members it has whom our group does not have
     */
    record Match(GroupId group, UUID entry, String dn, int joining, int leaving) {}

    /**
     * What could be adopted.
     *
     * @param unmatched the DNs of entries that are like no group of ours and stay as they are
     */
    record Report(List<Match> matches, List<Conflict> conflicts, List<String> unmatched) {
        public Report {
            matches = List.copyOf(matches);
            conflicts = List.copyOf(conflicts);
            unmatched = List.copyOf(unmatched);
        }
    }

    /**
     * Holds the entries without our mark against our groups, by their names for machines and for
     * people. Writes nothing.
     *
     * @throws TargetUnavailable if not all entries could be read
     */
    Report report(Map<GroupId, GroupEntry> groups) throws TargetUnavailable;

    /**
     * Puts our mark on one entry. It keeps its {@code entryUUID}, its classes and, for now, its
     * name and members; the next run brings those into line.
     *
     * @param entry the {@code entryUUID} from the report
     */
    Outcome adopt(GroupId group, UUID entry);
}
