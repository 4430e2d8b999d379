package org.freihafen.reports;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class SuppressionRuleTest {
    private static CountTable table(List<List<Integer>> counts) {
        return new CountTable(
                IntStream.range(0, counts.size()).mapToObj(i -> "row " + i).toList(),
                IntStream.range(0, counts.getFirst().size()).mapToObj(i -> "column " + i).toList(),
                counts);
    }

    private static String drawn(CountTable table) {
        ShownTable shown = table.shown();
        List<String> lines = new ArrayList<>();
        shown.rows().forEach(row -> lines.add(line(row)));
        lines.add(line(shown.sums()));
        return String.join("\n", lines);
    }

    private static String line(ShownTable.Row row) {
        List<Optional<Integer>> all = new ArrayList<>(row.counts());
        all.add(row.sum());
        return String.join(
                " ", all.stream().map(c -> c.map(n -> Integer.toString(n)).orElse("·")).toList());
    }

    @Test
    void counts_of_five_and_more_are_all_shown() {
        assertThat(drawn(table(List.of(List.of(5, 6), List.of(7, 8)))))
                .isEqualTo("5 6 11\n7 8 15\n12 14 26");
    }

    @Test
    void a_small_count_takes_three_others_with_it_that_would_tell_it() {
        assertThat(drawn(table(List.of(List.of(3, 60, 70), List.of(8, 65, 75)))))
                .isEqualTo("· · 70 133\n· · 75 148\n11 125 145 281");
    }

    @Test
    void nobody_is_a_small_count_too() {
        assertThat(drawn(table(List.of(List.of(0, 9), List.of(9, 9))))).startsWith("· ·");
    }

    @Test
    void a_single_row_hides_more_than_one() {
        assertThat(drawn(table(List.of(List.of(2, 6, 20))))).startsWith("· · 20");
    }

    @Provide
    Arbitrary<List<List<Integer>>> counts() {
        return Arbitraries.integers()
                .between(1, 3)
                .flatMap(width ->
                        Arbitraries.integers()
                                .between(0, 12)
                                .list()
                                .ofSize(width)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3));
    }

    /**
     * For each hidden one there is another table that looks the same and has another count there.
     */
    @Property(tries = 300)
    void no_hidden_count_follows_from_those_that_are_shown(
            @ForAll("counts") List<List<Integer>> counts) {
        List<Integer> real = all(counts);
        List<Optional<Integer>> shown = shown(table(counts).shown());
        boolean[] other = new boolean[real.size()];
        int inner = counts.size() * counts.getFirst().size();
        int ways = (int) Math.pow(3, inner);
        for (int way = 0; way < ways; way++) {
            List<List<Integer>> changed = new ArrayList<>();
            int left = way;
            for (List<Integer> row : counts) {
                List<Integer> changedRow = new ArrayList<>();
                for (int count : row) {
                    changedRow.add(count + left % 3 - 1);
                    left /= 3;
                }
                changed.add(changedRow);
            }
            List<Integer> possible = all(changed);
            if (looksTheSame(possible, shown)) {
                for (int i = 0; i < real.size(); i++) {
                    other[i] |= !possible.get(i).equals(real.get(i));
                }
            }
        }
        for (int i = 0; i < real.size(); i++) {
            assertThat(shown.get(i).isPresent() || other[i]).as("%s in %s", i, counts).isTrue();
            assertThat(real.get(i) >= SuppressionRule.LEAST || shown.get(i).isEmpty()).isTrue();
        }
    }

    private static boolean looksTheSame(List<Integer> possible, List<Optional<Integer>> shown) {
        for (int i = 0; i < shown.size(); i++) {
            if (possible.get(i) < 0
                    || (shown.get(i).isPresent() && !shown.get(i).get().equals(possible.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Row by row with its sum, then the sums of the columns. */
    private static List<Integer> all(List<List<Integer>> counts) {
        List<Integer> all = new ArrayList<>();
        List<Integer> sums = new ArrayList<>();
        for (List<Integer> row : counts) {
            all.addAll(row);
            all.add(row.stream().mapToInt(Integer::intValue).sum());
        }
        for (int column = 0; column < counts.getFirst().size(); column++) {
            int at = column;
            sums.add(counts.stream().mapToInt(row -> row.get(at)).sum());
        }
        all.addAll(sums);
        all.add(sums.stream().mapToInt(Integer::intValue).sum());
        return all;
    }

    private static List<Optional<Integer>> shown(ShownTable table) {
        List<Optional<Integer>> all = new ArrayList<>();
        table.rows()
                .forEach(row -> {
                    all.addAll(row.counts());
                    all.add(row.sum());
                });
        all.addAll(table.sums().counts());
        all.add(table.sums().sum());
        return all;
    }
}
