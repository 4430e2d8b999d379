package org.freihafen.roster;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.State;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

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
record RosterPlan(
        Plan<MemberNumber, RosterEntry> plan,
        Map<MemberNumber, PersonId> ids,
        State<MemberNumber, RosterEntry> known,
        int unproven) {

    /** Compares; whoever the roster cannot speak of for certain stays out of it. */
    static RosterPlan between(RegisterState.Known known, RosterFile.Read roster) {
        State<MemberNumber, RosterEntry> observed = known.state();
        Plan<MemberNumber, RosterEntry> plan =
                Plan.between(observed, roster.entries(), _ -> roster.unnamed() > 0);
        return new RosterPlan(plan, known.ids(), observed, plan.unexplained().size());
    }

    Map<RosterChange.Kind, Integer> counts() {
        Map<RosterChange.Kind, Integer> counts = new EnumMap<>(RosterChange.Kind.class);
        for (Change<MemberNumber, RosterEntry> change : plan.changes()) {
            counts.merge(RosterChange.of(change).kind(), 1, Integer::sum);
        }
        return counts;
    }

    /** By sort overall; who leaves also by unit, from the district upward. */
    List<Loss> losses(Structure structure, RosterFile.Read roster) {
        Map<String, Integer> lost = new HashMap<>();
        Map<UnitId, Integer> leavingFrom = new HashMap<>();
        for (Change<MemberNumber, RosterEntry> each : plan.changes()) {
            RosterChange change = RosterChange.of(each);
            switch (change.kind()) {
                case LEAVER -> {
                    lost.merge(RosterLimits.LEAVING, 1, Integer::sum);
                    change.before()
                            .flatMap(RosterEntry::place)
                            .ifPresent(place -> leavingFrom.merge(place, 1, Integer::sum));
                }
                case MOVER -> lost.merge(RosterLimits.MOVING, 1, Integer::sum);
                case RETURNER -> lost.merge(RosterLimits.RETURNING, 1, Integer::sum);
                case JOINER, CORRECTION, GONE_BEFORE -> {}
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
        losses.add(new Loss(RosterLimits.SET_ASIDE, "", roster.setAside().size(), roster.lines()));
        losses.addAll(byUnit(structure, leavingFrom));
        return losses;
    }

    private static boolean emptied(RosterChange change) {
        return change.before().filter(entry -> !entry.email().isEmpty()).isPresent()
                && change.after().filter(entry -> entry.email().isEmpty()).isPresent();
    }

    private List<Loss> byUnit(Structure structure, Map<UnitId, Integer> leavingFrom) {
        Map<UnitId, Integer> before = new HashMap<>();
        known.forEach((_, entry) ->
                entry.place().ifPresent(place -> before.merge(place, 1, Integer::sum)));
        Map<UnitId, Integer> leaving = upward(structure, leavingFrom);
        Map<UnitId, Integer> there = upward(structure, before);
        Optional<UnitId> root = structure.root().map(Unit::id);
        List<Loss> losses = new ArrayList<>();
        leaving.forEach((unit, count) -> {
            if (!Optional.of(unit).equals(root)) {
                String name = structure.byId(unit).map(Unit::name).orElse("");
                losses.add(
                        new Loss(
                                leavingFrom.containsKey(unit)
                                        ? RosterLimits.LEAVING_DISTRICT
                                        : RosterLimits.LEAVING_BRANCH,
                                name,
                                count,
                                there.getOrDefault(unit, 0)));
            }
        });
        return losses;
    }

    private static Map<UnitId, Integer> upward(Structure structure, Map<UnitId, Integer> direct) {
        Map<UnitId, Integer> all = new HashMap<>();
        direct.forEach((unit, count) ->
                structure.upward(unit).forEach(each -> all.merge(each.id(), count, Integer::sum)));
        return all;
    }
}
