package org.freihafen.enrolment;

import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Verdict;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.FileProblem;

import java.util.List;
import java.util.stream.Stream;

/**
 * A waiting roster as it looks today: what is wrong with it and what it would do. Its counts are of
 * this very plan.
 *
 * @param problems the first thousand; {@link Roster#problems} says how many there are
 * @param hash to approve exactly this by
 */
public record RosterReport(
        Roster roster,
        List<FileProblem> problems,
        Plan<MemberNumber, RosterEntry> plan,
        String hash,
        Verdict verdict) {
    /** What it would change, person by person, in the order of their numbers. */
    public Stream<RosterChange> changes() {
        return plan.changes().stream().map(RosterChange::of);
    }
}
