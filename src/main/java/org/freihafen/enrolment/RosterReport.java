package org.freihafen.enrolment;

import org.freihafen.expected.ExpectedChange;
import org.freihafen.identity.Likeness;
import org.freihafen.identity.Question;
import org.freihafen.reconcile.Verdict;
import org.freihafen.roster.RosterFile;
import org.freihafen.structurefile.FileProblem;

import java.util.List;
import java.util.stream.Stream;

/**
 * A waiting roster as it looks today: what is wrong with it, what it asks and what it would do. Its
 * counts are of this very plan.
 *
 * @param problems the first thousand; {@link Roster#problems} says how many there are
 * @param hash to approve exactly this by
 * @param likenesses whom the open questions are about, in their order
 * @param expected mass changes that were announced for today
 */
public record RosterReport(
        Roster roster,
        RosterFile.Look look,
        List<FileProblem> problems,
        RosterPlan plan,
        String hash,
        List<Likeness> likenesses,
        List<RosterEffects.Effect> effects,
        Verdict verdict,
        List<ExpectedChange> expected) {
    /** What it would change, person by person, in the order of their numbers. */
    public Stream<RosterChange> changes() {
        return plan.plan().changes().stream().map(RosterChange::of);
    }

    public List<Question> questions() {
        return plan.open();
    }

    /** Whether more would happen than one person may approve. */
    public boolean dangerous() {
        return verdict instanceof Verdict.NeedsApproval;
    }
}
