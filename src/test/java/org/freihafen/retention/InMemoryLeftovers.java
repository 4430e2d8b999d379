package org.freihafen.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Leftovers for tests, each no more than its moment; keeps {@link LeftoversContract}. */
final class InMemoryLeftovers implements Leftovers {
    private final Map<Sort, List<Instant>> left = new EnumMap<>(Sort.class);

    void leave(Sort sort, Instant over) {
        left.computeIfAbsent(sort, _ -> new ArrayList<>()).add(over);
    }

    @Override
    public int forget(Sort sort, Instant overBefore, int most) {
        List<Instant> all = left.getOrDefault(sort, new ArrayList<>());
        List<Instant> old =
                all.stream().filter(over -> over.isBefore(overBefore)).limit(most).toList();
        old.forEach(all::remove);
        return old.size();
    }

    @Override
    public int due(Sort sort, Instant overBefore) {
        return (int)
                left.getOrDefault(sort, List.of()).stream()
                        .filter(over -> over.isBefore(overBefore))
                        .count();
    }

    int size() {
        return left.values().stream().mapToInt(List::size).sum();
    }
}
