package org.freihafen.enrolment;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.State;
import org.freihafen.roster.RosterEntry;
import org.freihafen.roster.RosterFile;
import org.freihafen.structure.Structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a roster would change, and what it would take away from whom.
 *
 * @param ids of those who are known already
 */
public record RosterPlan(
        Plan<MemberNumber, RosterEntry> plan,
        Map<MemberNumber, PersonId> ids,
        State<MemberNumber, RosterEntry> known,
        int unproven) {

    /** Compares; whoever the roster cannot speak of for certain stays out of it. */
    static RosterPlan between(RegisterState.Known known, RosterFile.Read roster) {
        return between(known, roster.entries(), roster.unnamed() > 0);
    }

    public static RosterPlan between(
            RegisterState.Known known, State<MemberNumber, RosterEntry> desired) {
        return between(known, desired, false);
    }

    private static RosterPlan between(
            RegisterState.Known known,
            State<MemberNumber, RosterEntry> desired,
            boolean absenceUnproven) {
        Plan<MemberNumber, RosterEntry> plan =
                Plan.between(known.state(), desired, _ -> absenceUnproven);
        return new RosterPlan(plan, known.ids(), known.state(), plan.unexplained().size());
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

    Map<RosterChange.Kind, Integer> counts() {
        Map<RosterChange.Kind, Integer> counts = new EnumMap<>(RosterChange.Kind.class);
        for (Change<MemberNumber, RosterEntry> change : plan.changes()) {
            counts.merge(RosterChange.of(change).kind(), 1, Integer::sum);
        }
        return counts;
    }

    List<Loss> losses(Structure structure, RosterFile.Read roster) {
        List<Loss> losses = new ArrayList<>(losses(structure));
        losses.add(new Loss(RosterLimits.SET_ASIDE, "", roster.setAside().size(), roster.lines()));
        return losses;
    }

    /**
     * By sort overall; who leaves also by unit, from the district upward. A day of leaving that is
     * announced counts as leaving already, for when it comes nobody looks any more.
     */
    public List<Loss> losses(Structure structure) {
        Map<String, Integer> lost = new HashMap<>();
        Map<UnitId, Integer> leavingFrom = new HashMap<>();
        Map<UnitId, Integer> there = new HashMap<>();
        known.forEach((_, entry) ->
                entry.place().ifPresent(place -> there.merge(place, 1, Integer::sum)));
        for (Change<MemberNumber, RosterEntry> each : plan.changes()) {
            RosterChange change = RosterChange.of(each);
            if (leaves(change)) {
                lost.merge(RosterLimits.LEAVING, 1, Integer::sum);
                change.before()
                        .flatMap(RosterEntry::place)
                        .ifPresent(place -> leavingFrom.merge(place, 1, Integer::sum));
            }
            switch (change.kind()) {
                case MOVER -> lost.merge(RosterLimits.MOVING, 1, Integer::sum);
                case RETURNER -> lost.merge(RosterLimits.RETURNING, 1, Integer::sum);
                case LEAVER, JOINER, CORRECTION, GONE_BEFORE -> {}
            }
            if (change.aspects().contains(RosterChange.Aspect.NAME)) {
                lost.merge(RosterLimits.RENAMING, 1, Integer::sum);
            }
            if (emptied(change)) {
                lost.merge(RosterLimits.UNREACHABLE, 1, Integer::sum);
            }
        }
        List<Loss> losses = new ArrayList<>();
        for (String sort : RosterLimits.OVERALL) {
            losses.add(new Loss(sort, "", lost.getOrDefault(sort, 0), known.size()));
        }
        losses.addAll(LeavingByUnit.losses(structure, leavingFrom, there));
        return losses;
    }

    private static boolean leaves(RosterChange change) {
        return switch (change.kind()) {
            case LEAVER -> true;
            case CORRECTION, MOVER -> leavesEarlier(change);
            case JOINER, RETURNER, GONE_BEFORE -> false;
        };
    }

    private static boolean leavesEarlier(RosterChange change) {
        Optional<LocalDate> before = change.before().flatMap(RosterEntry::left);
        Optional<LocalDate> after = change.after().flatMap(RosterEntry::left);
        boolean stays = change.after().filter(RosterEntry::present).isPresent();
        return stays
                && after.isPresent()
                && (before.isEmpty() || after.get().isBefore(before.get()));
    }

    private static boolean emptied(RosterChange change) {
        return change.before().filter(entry -> !entry.email().isEmpty()).isPresent()
                && change.after().filter(entry -> entry.email().isEmpty()).isPresent();
    }
}
