package org.freihafen.expected;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.Ids;
import org.freihafen.reconcile.Limit;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;

/** What every calendar promises. */
public abstract class ExpectedChangesContract {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private final Ids ids = new Ids(Clock.systemUTC(), new Random(5));

    protected abstract ExpectedChanges expected();

    @Test
    void what_was_announced_holds_on_its_days_and_on_no_other() {
        ExpectedChange owing = change("owing", NEW_YEAR, NEW_YEAR.plusDays(2));
        expected().add(owing);

        assertThat(expected().on(NEW_YEAR)).containsExactly(owing);
        assertThat(expected().on(NEW_YEAR.plusDays(2))).containsExactly(owing);
        assertThat(expected().on(NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(expected().on(NEW_YEAR.plusDays(3))).isEmpty();
    }

    @Test
    void what_is_not_over_is_listed_by_its_first_day() {
        ExpectedChange later = change("moving", NEW_YEAR.plusDays(9), NEW_YEAR.plusDays(9));
        ExpectedChange sooner = change("owing", NEW_YEAR, NEW_YEAR);
        expected().add(later);
        expected().add(sooner);

        assertThat(expected().from(NEW_YEAR)).containsExactly(sooner, later);
        assertThat(expected().from(NEW_YEAR.plusDays(1))).containsExactly(later);
    }

    @Test
    void what_was_withdrawn_holds_no_more() {
        ExpectedChange owing = change("owing", NEW_YEAR, NEW_YEAR);
        expected().add(owing);

        assertThat(expected().remove(owing.id())).isTrue();
        assertThat(expected().remove(owing.id())).isFalse();
        assertThat(expected().on(NEW_YEAR)).isEmpty();
    }

    private ExpectedChange change(String what, LocalDate from, LocalDate until) {
        return new ExpectedChange(
                ids.expected(), what, from, until, new Limit(10_000, 100), "Jahreswechsel");
    }
}
