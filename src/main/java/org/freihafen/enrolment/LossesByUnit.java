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

/** How many each unit loses, of how many who are there: from the district upward. */
final class LossesByUnit {
    private final Structure structure;
    private final Map<UnitId, Integer> there;

    LossesByUnit(Structure structure, Map<UnitId, Integer> there) {
        this.structure = structure;
        this.there = upward(structure, there);
    }

    /**
     * The whole is left out: it is counted overall.
     *
     * @param from how many go, by where the register places them
     */
    List<Loss> of(Map<UnitId, Integer> from, String inDistrict, String inBranch) {
        Optional<UnitId> root = structure.root().map(Unit::id);
        List<Loss> losses = new ArrayList<>();
        upward(structure, from)
                .forEach((unit, count) -> {
                    if (!Optional.of(unit).equals(root)) {
                        String name = structure.byId(unit).map(Unit::name).orElse("");
                        String what = from.containsKey(unit) ? inDistrict : inBranch;
                        losses.add(new Loss(what, name, count, there.getOrDefault(unit, 0)));
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
