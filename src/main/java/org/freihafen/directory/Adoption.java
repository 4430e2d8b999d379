package org.freihafen.directory;

import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes over people's entries that stood in the directory before Freihafen came. */
public interface Adoption {
    /** An entry that belongs to a person of ours, as far as one can see. */
    record Match(PersonId person, UUID entry, String dn) {}

    /** An entry about which somebody must decide first. */
    record Conflict(String dn, Saying reason) {}

    /**
     * What could be adopted.
     *
     * @param unmatched the DNs of entries that are like nobody of ours and stay as they are
     */
    record Report(List<Match> matches, List<Conflict> conflicts, List<String> unmatched) {
        public Report {
            matches = List.copyOf(matches);
            conflicts = List.copyOf(conflicts);
            unmatched = List.copyOf(unmatched);
        }
    }

    /**
     * Holds the entries without our mark against our people by login name. Writes nothing.
     *
     * @throws TargetUnavailable if not all entries could be read
     */
    Report report(Map<PersonId, PersonEntry> people) throws TargetUnavailable;

    /**
     * Puts our mark on one entry. It keeps its DN, its {@code entryUUID} and everything else; the
     * next run brings its names into line.
     *
     * @param entry the {@code entryUUID} from the report
     */
    Outcome adopt(PersonId person, UUID entry, PersonEntry desired);
}
