package org.freihafen.reports;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.freihafen.governance.Harbour;
import org.freihafen.ids.UnitId;
import org.freihafen.reports.MonthTable.Column;
import org.freihafen.reports.MonthTable.Line;
import org.freihafen.reports.MonthTable.Shown;
import org.freihafen.reports.Tally.Measure;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class MonthTableTest {
    private static final int PAID_UP = List.of(Column.values()).indexOf(Column.PAID_UP);
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

    private final Harbour harbour = new Harbour();

    private static Tally tally(UnitId unit, Measure measure, int people) {
        return new Tally(DAY, unit, measure, people);
    }

    private static String drawn(Line line) {
        return line.counts().stream()
                .map(count -> count.map(Object::toString).orElse("·"))
                .collect(Collectors.joining(" "));
    }

    private static List<Integer> row(int before, int joined, int in, int left, int out, int paid) {
        int after = before + joined + in - left - out;
        return List.of(before, joined, in, left, out, after, paid, after - paid);
    }

    private static MonthTable table(List<List<Integer>> rows) {
        return new MonthTable(
                IntStream.range(0, rows.size()).mapToObj(i -> "row " + i).toList(), rows, true);
    }

    @Test
    void those_right_below_are_counted_and_who_is_in_none_of_them_has_a_line_too() {
        UnitId district = harbour.goerlitz.id();
        UnitId state = harbour.saxony.id();

        MonthTable table =
                MonthTable.of(
                        harbour.units.structure(),
                        harbour.saxony,
                        List.of(
                                tally(district, Measure.PEOPLE, 92),
                                tally(state, Measure.PEOPLE, 9),
                                tally(district, Measure.JOINED, 8),
                                tally(district, Measure.MOVED_OUT, 6),
                                tally(district, Measure.PAID_UP, 70),
                                tally(state, Measure.PAID_UP, 9),
                                tally(harbour.federation.id(), Measure.JOINED, 77)),
                        "sonst",
                        true);

        assertThat(table.names()).containsExactly("Kreisverband Görlitz", "sonst");
        assertThat(table.rows()).containsExactly(row(90, 8, 0, 0, 6, 70), row(9, 0, 0, 0, 0, 9));
    }

    @Test
    void counts_of_five_and_more_are_all_shown_with_their_sums() {
        Shown shown = table(List.of(row(90, 8, 7, 6, 5, 60), row(50, 5, 5, 5, 5, 40))).shown();

        assertThat(shown.lines())
                .extracting(MonthTableTest::drawn)
                .containsExactly("90 8 7 6 5 94 60 34", "50 5 5 5 5 50 40 10");
        assertThat(drawn(shown.sums())).isEqualTo("140 13 12 11 10 144 100 44");
        assertThat(shown.sums().count(Column.AFTER)).contains(144);
    }

    @Test
    void a_few_who_left_do_not_follow_from_who_was_there_before_and_is_now() {
        Shown shown = table(List.of(row(90, 8, 7, 2, 5, 60))).shown();

        assertThat(drawn(shown.lines().getFirst())).startsWith("90 8 7 · ·");
        assertThat(drawn(shown.sums())).startsWith("90 8 7 · ·");
    }

    @Test
    void a_few_who_owe_do_not_follow_from_those_who_are_paid_up() {
        Shown shown = table(List.of(row(90, 8, 7, 6, 5, 92), row(90, 8, 7, 6, 5, 60))).shown();

        Line line = shown.lines().getFirst();
        assertThat(line.count(Column.NOT_PAID)).isEmpty();
        assertThat(Stream.of(Column.AFTER, Column.PAID_UP).map(line::count).distinct())
                .contains(Optional.empty());
    }

    @Test
    void a_month_of_which_dues_are_not_known_tells_nothing_of_them() {
        Shown shown =
                new MonthTable(List.of("one"), List.of(row(90, 8, 7, 6, 5, 0)), false).shown();

        assertThat(shown.columns()).doesNotContain(Column.PAID_UP, Column.NOT_PAID);
        assertThat(drawn(shown.lines().getFirst())).isEqualTo("90 8 7 6 5 94");
        assertThat(drawn(shown.sums())).isEqualTo("90 8 7 6 5 94");
    }

    @Provide
    Arbitrary<List<List<Integer>>> months() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 9);
        return Combinators.combine(few, few, few, few, few, few)
                .as((after, joined, in, left, out, paid) ->
                        List.of(
                                Math.max(0, after + left + out - joined - in),
                                joined,
                                in,
                                left,
                                out,
                                paid))
                .map(r ->
                        row(
                                r.get(0),
                                r.get(1),
                                r.get(2),
                                r.get(3),
                                r.get(4),
                                Math.min(
                                        r.get(5),
                                        r.get(0) + r.get(1) + r.get(2) - r.get(3) - r.get(4))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    /**
     * For each hidden one there is another month that looks the same and has another count there.
     */
    @Property(tries = 30)
    void no_hidden_count_follows_from_those_that_are_shown(
            @ForAll("months") List<List<Integer>> months) {
        List<Integer> real = all(months);
        Shown table = table(months).shown();
        List<Optional<Integer>> shown =
                Stream.concat(table.lines().stream(), Stream.of(table.sums()))
                        .flatMap(line -> line.counts().stream())
                        .toList();
        boolean[] other = new boolean[real.size()];
        for (List<Integer> first : alike(months.getFirst(), table.lines().getFirst())) {
            for (List<Integer> last : alike(months.getLast(), table.lines().getLast())) {
                List<Integer> possible =
                        all(months.size() == 1 ? List.of(first) : List.of(first, last));
                if (looksTheSame(possible, shown)) {
                    for (int i = 0; i < real.size(); i++) {
                        other[i] |= !possible.get(i).equals(real.get(i));
                    }
                }
            }
        }
        for (int i = 0; i < real.size(); i++) {
            assertThat(shown.get(i).isPresent() || other[i]).as("%s in %s", i, months).isTrue();
            assertThat(real.get(i) >= SuppressionRule.LEAST || shown.get(i).isEmpty()).isTrue();
        }
    }

    /** The rows near to one that look the same. */
    private static List<List<Integer>> alike(List<Integer> row, Line line) {
        List<List<Integer>> found = new ArrayList<>();
        for (int way = 0; way < 729; way++) {
            int[] changed = new int[6];
            int left = way;
            for (int i = 0; i < changed.length; i++) {
                changed[i] = row.get(i < 5 ? i : PAID_UP) + left % 3 - 1;
                left /= 3;
            }
            List<Integer> near =
                    row(changed[0], changed[1], changed[2], changed[3], changed[4], changed[5]);
            if (looksTheSame(near, line.counts())) {
                found.add(near);
            }
        }
        return found;
    }

    private static boolean looksTheSame(List<Integer> possible, List<Optional<Integer>> shown) {
        return IntStream.range(0, shown.size())
                .allMatch(i ->
                        possible.get(i) >= 0
                                && shown.get(i)
                                        .filter(count -> !count.equals(possible.get(i)))
                                        .isEmpty());
    }

    private static List<Integer> all(List<List<Integer>> rows) {
        Stream<Integer> sums =
                IntStream.range(0, Column.values().length)
                        .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i)).sum());
        return Stream.concat(rows.stream().flatMap(List::stream), sums).toList();
    }
}
