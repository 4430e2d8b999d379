package org.freihafen.enrolment;

import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How many changes of each kind a plan makes in one of the branches right below the whole. */
public record BranchCounts(Unit branch, Map<Kind, Integer> counts) {
    public BranchCounts {
        counts = Map.copyOf(counts);
    }

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** By name; whoever goes from one to another counts in both. */
    public static List<BranchCounts> of(Stream<RosterChange> changes, Structure structure) {
        Map<UnitId, Optional<Unit>> branches = new HashMap<>();
        Map<Unit, Map<Kind, Integer>> all = new HashMap<>();
        changes.forEach(change ->
                Stream.of(change.before(), change.after())
                        .flatMap(Optional::stream)
                        .flatMap(entry -> entry.place().stream())
                        .flatMap(place ->
                                branches
                                        .computeIfAbsent(place, _ -> branch(place, structure))
                                        .stream())
                        .distinct()
                        .forEach(branch ->
                                all.computeIfAbsent(branch, _ -> new EnumMap<>(Kind.class))
                                        .merge(change.kind(), 1, Integer::sum)));
        return all.entrySet().stream()
                .map(each -> new BranchCounts(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(each -> each.branch().name()))
                .toList();
    }

    private static Optional<Unit> branch(UnitId place, Structure structure) {
        List<Unit> upward = structure.upward(place);
        return upward.isEmpty()
                ? Optional.empty()
                : Optional.of(upward.get(Math.max(0, upward.size() - 2)));
    }
}
