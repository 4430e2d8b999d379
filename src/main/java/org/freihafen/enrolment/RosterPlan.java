package org.freihafen.enrolment;

import org.freihafen.identity.Identified;
import org.freihafen.identity.Question;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.State;
import org.freihafen.roster.RosterEntry;
import org.freihafen.roster.RosterFile;
import org.freihafen.roster.RosterProfile.Column;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a roster would change.
 *
 * @param ids of those who are known already
 * @param unproven how many are missing from the roster and stay, because that proves nothing
 * @param withGroups who returns with former groups
 * @param open what has to be answered first by whom it is about
 */
public record RosterPlan(
        Plan<MemberNumber, RosterEntry> plan,
        Map<MemberNumber, PersonId> ids,
        State<MemberNumber, RosterEntry> known,
        int unproven,
        Set<MemberNumber> withGroups,
        List<Question> open) {

    private static final Set<Column> SAYING =
            Set.of(
                    Column.EMAIL,
                    Column.JOINED,
                    Column.LEFT,
                    Column.STATUS,
                    Column.BALANCE,
                    Column.REMINDERS);

    /** Compares; whoever the roster cannot speak of for certain stays out of it. */
    static RosterPlan between(
            RegisterState.Known known,
            RosterFile.Read roster,
            Set<MemberNumber> erased,
            List<Question> questions,
            Map<String, Reply> replies) {
        Identified identified =
                Identified.of(
                        known.state(),
                        known.ids(),
                        known.former(),
                        erased,
                        roster.entries(),
                        questions,
                        replies);
        return between(
                identified, said(identified, roster.look().used().keySet()), roster.unnamed() > 0);
    }

    /** What a file has no column for stays as it is known. */
    private static State<MemberNumber, RosterEntry> said(
            Identified identified, Set<Column> columns) {
        State<MemberNumber, RosterEntry> known = identified.known();
        return columns.containsAll(SAYING)
                ? identified.desired()
                : identified
                        .desired()
                        .mergedWith(
                                known,
                                (entry, was) ->
                                        entry.equals(was) ? was : entry.where(columns, was));
    }

    public static RosterPlan between(
            RegisterState.Known known, State<MemberNumber, RosterEntry> desired) {
        return between(
                new Identified(known.state(), known.ids(), desired, Set.of(), List.of()),
                desired,
                false);
    }

    private static RosterPlan between(
            Identified identified,
            State<MemberNumber, RosterEntry> desired,
            boolean absenceUnproven) {
        Plan<MemberNumber, RosterEntry> plan =
                Plan.between(identified.known(), desired, _ -> absenceUnproven);
        return new RosterPlan(
                plan,
                identified.ids(),
                identified.known(),
                plan.unexplained().size(),
                identified.withGroups(),
                identified.open());
    }

    /** To approve exactly this by: what changes, from what, and what was answered. */
    public String hash() {
        if (withGroups.isEmpty()) {
            return plan.hash();
        }
        List<Change<MemberNumber, String>> answered = new ArrayList<>();
        new TreeSet<>(withGroups)
                .forEach(number -> answered.add(new Change.Delete<>(number, "with groups")));
        return plan.hash() + "+" + new Plan<>(answered, State.empty()).hash().substring(0, 32);
    }

    public boolean isEmpty() {
        return plan.isEmpty();
    }

    public List<RosterStep> steps() {
        return plan.changes().stream()
                .map(change ->
                        new RosterStep(
                                change,
                                Optional.ofNullable(ids.get(change.key())),
                                withGroups.contains(change.key())))
                .toList();
    }

    /** Everybody who leaves, with their numbers. */
    public Map<PersonId, MemberNumber> leaving() {
        Map<PersonId, MemberNumber> leaving = new HashMap<>();
        for (Change<MemberNumber, RosterEntry> change : plan.changes()) {
            PersonId person = ids.get(change.key());
            if (person != null && RosterChange.of(change).kind() == RosterChange.Kind.LEAVER) {
                leaving.put(person, change.key());
            }
        }
        return leaving;
    }

    public Map<RosterChange.Kind, Integer> counts() {
        Map<RosterChange.Kind, Integer> counts = new EnumMap<>(RosterChange.Kind.class);
        for (Change<MemberNumber, RosterEntry> change : plan.changes()) {
            counts.merge(RosterChange.of(change).kind(), 1, Integer::sum);
        }
        return counts;
    }
}
