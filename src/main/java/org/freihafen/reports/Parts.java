package org.freihafen.reports;

import org.freihafen.ids.UnitId;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The branches right below one; itself if there are none. Each stands for all below it. */
final class Parts {
    private final Structure structure;
    private final Unit whole;
    private final List<Unit> units;
    private final Map<UnitId, Optional<Integer>> known = new HashMap<>();

    private Parts(Structure structure, Unit whole, List<Unit> units) {
        this.structure = structure;
        this.whole = whole;
        this.units = units;
    }

    static Parts of(Structure structure, Unit whole) {
        List<Unit> below =
                structure.children(whole.id()).stream()
                        .filter(child -> child.kind().byRegister() && !child.ended())
                        .sorted(Comparator.comparing(Unit::name))
                        .toList();
        return new Parts(structure, whole, below.isEmpty() ? List.of(whole) : below);
    }

    List<Unit> units() {
        return units;
    }

    /** The place of the part that a unit belongs to; empty if it belongs to none of them. */
    Optional<Integer> of(UnitId unit) {
        return known.computeIfAbsent(
                unit,
                id -> {
                    List<UnitId> upward = structure.upward(id).stream().map(Unit::id).toList();
                    return upward.contains(whole.id())
                            ? units.stream()
                                    .filter(part -> upward.contains(part.id()))
                                    .findFirst()
                                    .map(units::indexOf)
                            : Optional.empty();
                });
    }

    CountTable table(List<? extends Enum<?>> columns, int[][] counts) {
        return new CountTable(
                units.stream().map(Unit::name).toList(),
                columns.stream().map(Enum::name).toList(),
                Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }
}
