package org.freihafen.reports;

import java.util.List;
import java.util.Optional;

/** A table of counts as it may be shown; a count that is hidden is empty. */
public record ShownTable(List<String> columns, List<Row> rows, Row sums) {
    /** One row with its sum. */
    public record Row(String name, List<Optional<Integer>> counts, Optional<Integer> sum) {}
}
