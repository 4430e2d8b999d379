package org.freihafen.reports;

import org.freihafen.ids.UnitId;
import org.freihafen.reports.SuppressionRule.Cell;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one month brought to the branches right below one, with their sums. Who was there at its
 * beginning and came is at its end or went, so nothing hidden may follow from that either.
 *
 * @param rows one for each branch, in the order of {@link Column}
 * @param dues whether it is known who is paid up
 */
public record MonthTable(List<String> names, List<List<Integer>> rows, boolean dues) {
    private static final List<Column> ALL = List.of(Column.values());

    public MonthTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** What was counted. */
    public enum Column {
        BEFORE,
        JOINED,
        MOVED_IN,
        LEFT,
        MOVED_OUT,
        AFTER,
        PAID_UP,
        NOT_PAID
    }

    /** The table as it may be shown; the sums have no name. */
    public record Shown(List<Column> columns, List<Line> lines, Line sums) {}

    /** One branch, in the order of the columns; what is hidden is empty. */
    public record Line(String name, List<Optional<Integer>> counts) {
        public Optional<Integer> count(Column column) {
            return counts.get(place(column));
        }
    }

    /**
     * Of a branch.
     *
     * @param month who came and went in it, and who was there at its end
     * @param elsewhere the name of those in none of the branches right below
     * @param dues whether those who are paid up were counted
     */
    public static MonthTable of(
            Structure structure,
            Unit branch,
            Collection<Tally> month,
            String elsewhere,
            boolean dues) {
        Parts parts = Parts.of(structure, branch);
        int others = parts.units().size();
        int[][] counts = new int[others + 1][Column.values().length];
        month.stream()
                .filter(tally -> within(structure, branch.id(), tally.unit()))
                .forEach(tally ->
                        counts[parts.of(tally.unit()).orElse(others)][place(column(tally))] +=
                                tally.people());
        List<String> names = new ArrayList<>();
        List<List<Integer>> rows = new ArrayList<>();
        for (int i = 0; i <= others; i++) {
            if (i < others || IntStream.of(counts[i]).anyMatch(count -> count > 0)) {
                names.add(i < others ? parts.units().get(i).name() : elsewhere);
                rows.add(row(counts[i]));
            }
        }
        return new MonthTable(names, rows, dues);
    }

    private static int place(Column column) {
        return ALL.indexOf(column);
    }

    private static boolean within(Structure structure, UnitId branch, UnitId unit) {
        return structure.upward(unit).stream().anyMatch(above -> above.id().equals(branch));
    }

    private static Column column(Tally tally) {
        return switch (tally.measure()) {
            case PEOPLE -> Column.AFTER;
            case JOINED -> Column.JOINED;
            case MOVED_IN -> Column.MOVED_IN;
            case LEFT -> Column.LEFT;
            case MOVED_OUT -> Column.MOVED_OUT;
            case PAID_UP -> Column.PAID_UP;
        };
    }

    private static List<Integer> row(int[] counted) {
        int after = counted[place(Column.AFTER)];
        counted[place(Column.BEFORE)] =
                after
                        - counted[place(Column.JOINED)]
                        - counted[place(Column.MOVED_IN)]
                        + counted[place(Column.LEFT)]
                        + counted[place(Column.MOVED_OUT)];
        counted[place(Column.NOT_PAID)] = after - counted[place(Column.PAID_UP)];
        return IntStream.of(counted).boxed().toList();
    }

    public List<Column> columns() {
        return Stream.of(Column.values())
                .filter(column -> dues || place(column) < place(Column.PAID_UP))
                .toList();
    }

    /** What would tell of single people is hidden. */
    public Shown shown() {
        List<Integer> sums =
                columns().stream()
                        .map(column -> rows.stream().mapToInt(row -> row.get(place(column))).sum())
                        .toList();
        List<List<Integer>> all = new ArrayList<>(rows);
        all.add(sums);
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < all.size(); row++) {
            for (Column column : columns()) {
                cells.add(cell(row, column, all.get(row).get(place(column))));
            }
        }
        Set<Integer> hidden = SuppressionRule.hidden(cells);
        int width = columns().size();
        List<Line> lines =
                IntStream.range(0, all.size())
                        .mapToObj(row ->
                                new Line(
                                        row < names.size() ? names.get(row) : "",
                                        IntStream.range(row * width, row * width + width)
                                                .mapToObj(i ->
                                                        Optional.of(cells.get(i).count())
                                                                .filter(_ -> !hidden.contains(i)))
                                                .toList()))
                        .toList();
        return new Shown(columns(), lines.subList(0, rows.size()), lines.getLast());
    }

    /**
     * A count as an edge. Each branch is two nodes, so that its people at the end come out of one
     * and go, paid up or not, out of the other; each column is a node at which its sum is found.
     */
    private Cell cell(int row, Column column, int count) {
        int columnsFrom = 2 * rows.size();
        int end = columnsFrom + place(Column.AFTER);
        int world = columnsFrom + Column.values().length;
        int sum = columnsFrom + place(column);
        boolean sums = row == rows.size();
        return switch (column) {
            case BEFORE, JOINED, MOVED_IN ->
                    new Cell(sums ? world : sum, sums ? sum : 2 * row, count);
            case LEFT, MOVED_OUT -> new Cell(sums ? sum : 2 * row, sums ? world : sum, count);
            case AFTER ->
                    new Cell(sums ? end : 2 * row, sums ? world : dues ? 2 * row + 1 : end, count);
            case PAID_UP, NOT_PAID -> new Cell(sums ? sum : 2 * row + 1, sums ? end : sum, count);
        };
    }
}
