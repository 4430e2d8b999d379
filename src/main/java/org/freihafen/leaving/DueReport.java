package org.freihafen.leaving;

import org.freihafen.enrolment.RosterChange;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Verdict;
import org.freihafen.roster.RosterEntry;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whose day of leaving has come while nobody leaves by itself: who would leave, and who would not.
 *
 * @param staying those who are due but cannot leave: nobody else administers the whole
 * @param hash to approve exactly this by
 */
public record DueReport(
        Plan<MemberNumber, RosterEntry> plan,
        List<RosterChange> staying,
        String hash,
        Verdict verdict) {
    public int count() {
        return plan.changes().size();
    }

    /** Who would leave, in the order of their numbers. */
    public Stream<RosterChange> changes() {
        return plan.changes().stream().map(RosterChange::of);
    }
}
