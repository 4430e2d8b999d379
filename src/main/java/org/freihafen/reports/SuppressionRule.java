package org.freihafen.reports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which counts of a table are hidden, so that nobody learns of single people: all below five, and
 * as many more as are needed for none of the hidden ones to follow from those that are shown.
 *
 * <p>Each cell stands in two sums. So a table is a circulation: a sum is a node, a cell an edge
 * with its count as flow. A hidden count is open if, with all shown ones as they are, it could be
 * another one: if the edge lies on a cycle of hidden edges along which one person more, or one
 * less, can be pushed without any count falling below none.
 */
public final class SuppressionRule {
    /** Fewer are not shown. */
    public static final int LEAST = 5;

    private SuppressionRule() {}

    /** A count as an edge from one of its sums to the other. */
    record Cell(int from, int to, int count) {}

    static ShownTable shown(CountTable table) {
        List<Cell> cells = table.cells();
        Set<Integer> hidden = hidden(cells);
        List<Optional<Integer>> all =
                IntStream.range(0, cells.size())
                        .mapToObj(i ->
                                hidden.contains(i)
                                        ? Optional.<Integer>empty()
                                        : Optional.of(cells.get(i).count()))
                        .toList();
        int width = table.columns().size() + 1;
        List<ShownTable.Row> rows =
                IntStream.range(0, table.rows().size())
                        .mapToObj(row ->
                                row(
                                        table.rows().get(row),
                                        all.subList(row * width, row * width + width)))
                        .toList();
        return new ShownTable(
                table.columns(), rows, row("", all.subList(rows.size() * width, all.size())));
    }

    private static ShownTable.Row row(String name, List<Optional<Integer>> counts) {
        return new ShownTable.Row(name, counts.subList(0, counts.size() - 1), counts.getLast());
    }

    /**
     * The places of the hidden ones.
     *
     * @param cells at each node as many people come in as go out
     */
    static Set<Integer> hidden(List<Cell> cells) {
        Set<Integer> hidden = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).count() < LEAST) {
                hidden.add(i);
            }
        }
        for (int small : List.copyOf(hidden)) {
            hidden.addAll(cycle(cells, hidden, small));
        }
        return hidden;
    }

    /** The cells with which one is open: those that hide the fewest people anew. */
    private static Set<Integer> cycle(List<Cell> cells, Set<Integer> hidden, int which) {
        Cell cell = cells.get(which);
        Way more = Way.between(cells, hidden, which, cell.to(), cell.from());
        if (cell.count() == 0) {
            return more.cells();
        }
        Way less = Way.between(cells, hidden, which, cell.from(), cell.to());
        return less.cost() < more.cost() ? less.cells() : more.cells();
    }

    /** A way on which one person can be pushed, along edges or back on them, and whom it hides. */
    private record Way(long cost, Set<Integer> cells) {
        /** The cheapest; there always is one through the sums. */
        static Way between(List<Cell> cells, Set<Integer> hidden, int without, int from, int to) {
            Map<Integer, Way> ways = new HashMap<>(Map.of(from, new Way(0, Set.of())));
            Set<Integer> settled = new HashSet<>();
            while (true) {
                Map.Entry<Integer, Way> nearest = nearest(ways, settled);
                int node = nearest.getKey();
                if (node == to) {
                    return nearest.getValue();
                }
                settled.add(node);
                for (int i = 0; i < cells.size(); i++) {
                    Cell cell = cells.get(i);
                    int cost = hidden.contains(i) ? 0 : cell.count();
                    if (i != without && cell.from() == node) {
                        ways.merge(cell.to(), nearest.getValue().by(i, cost), Way::cheaper);
                    }
                    if (i != without && cell.to() == node && cell.count() > 0) {
                        ways.merge(cell.from(), nearest.getValue().by(i, cost), Way::cheaper);
                    }
                }
            }
        }

        private static Map.Entry<Integer, Way> nearest(
                Map<Integer, Way> ways, Set<Integer> settled) {
            return ways.entrySet().stream()
                    .filter(way -> !settled.contains(way.getKey()))
                    .min(Comparator.comparingLong(way -> way.getValue().cost()))
                    .map(Map.Entry::copyOf)
                    .orElseThrow();
        }

        private Way by(int cell, int people) {
            Set<Integer> longer = new HashSet<>(cells);
            longer.add(cell);
            return new Way(cost + people, longer);
        }

        private Way cheaper(Way other) {
            return other.cost < cost ? other : this;
        }
    }
}
