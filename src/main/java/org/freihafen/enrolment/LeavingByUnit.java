package org.freihafen.enrolment;

import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Loss;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many leave each unit, of how many who are there: from the district upward. */
final class LeavingByUnit {
    private LeavingByUnit() {}

    /**
     * The whole is left out: it is counted overall.
     *
     * @param leavingFrom how many leave, by where the register places them
     * @param there likewise of everybody
     */
    static List<Loss> losses(
            Structure structure, Map<UnitId, Integer> leavingFrom, Map<UnitId, Integer> there) {
        Map<UnitId, Integer> all = upward(structure, there);
        Optional<UnitId> root = structure.root().map(Unit::id);
        List<Loss> losses = new ArrayList<>();
        upward(structure, leavingFrom)
                .forEach((unit, count) -> {
                    if (!Optional.of(unit).equals(root)) {
                        String name = structure.byId(unit).map(Unit::name).orElse("");
                        String what =
                                leavingFrom.containsKey(unit)
                                        ? RosterLimits.LEAVING_DISTRICT
                                        : RosterLimits.LEAVING_BRANCH;
                        losses.add(new Loss(what, name, count, all.getOrDefault(unit, 0)));
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
