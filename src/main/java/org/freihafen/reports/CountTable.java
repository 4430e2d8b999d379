package org.freihafen.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of people by two things, with their sums.
 *
 * @param counts one list for each row, in the order of the columns
 */
public record CountTable(List<String> rows, List<String> columns, List<List<Integer>> counts) {
    public CountTable {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** As it may be shown: what would tell of single people is hidden. */
    public ShownTable shown() {
        return SuppressionRule.shown(this);
    }

    int sumOfRow(int row) {
        return counts.get(row).stream().mapToInt(Integer::intValue).sum();
    }

    int sumOfColumn(int column) {
        return counts.stream().mapToInt(row -> row.get(column)).sum();
    }

    int sum() {
        return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    }

    /** All cells, row by row, each row with its sum, and the sums of the columns at the end. */
    List<SuppressionRule.Cell> cells() {
        int sumOfRows = rows.size() + columns.size();
        int sumOfColumns = sumOfRows + 1;
        List<SuppressionRule.Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                cells.add(
                        new SuppressionRule.Cell(
                                row, rows.size() + column, counts.get(row).get(column)));
            }
            cells.add(new SuppressionRule.Cell(sumOfRows, row, sumOfRow(row)));
        }
        for (int column = 0; column < columns.size(); column++) {
            cells.add(
                    new SuppressionRule.Cell(
                            rows.size() + column, sumOfColumns, sumOfColumn(column)));
        }
        cells.add(new SuppressionRule.Cell(sumOfColumns, sumOfRows, sum()));
        return cells;
    }
}
