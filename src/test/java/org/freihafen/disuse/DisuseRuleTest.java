package org.freihafen.disuse;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.freihafen.accounts.Use;
import org.freihafen.disuse.DisuseRule.Step;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Limit;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

class DisuseRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Patience HALF_A_YEAR = new Patience(180, 30, 9, new Limit(9, 1));

    private static Use use(int bound, int came, int told) {
        return new Use(new PersonId(new UUID(1, 1)), day(bound), day(came), day(told));
    }

    /** None for a negative number. */
    private static Optional<LocalDate> day(int day) {
        return day < 0 ? Optional.empty() : Optional.of(DAY.plusDays(day));
    }

    private static Step step(Use use, int today) {
        return DisuseRule.step(use, HALF_A_YEAR, DAY.plusDays(today));
    }

    @Test
    void after_half_a_year_its_holder_is_told_and_a_month_later_it_rests() {
        assertThat(step(use(0, -1, -1), 179)).isEqualTo(Step.NOTHING);
        assertThat(step(use(0, -1, -1), 180)).isEqualTo(Step.TELL);
        assertThat(step(use(0, -1, 180), 209)).isEqualTo(Step.WAIT);
        assertThat(step(use(0, -1, 180), 210)).isEqualTo(Step.REST);
    }

    @Test
    void coming_in_here_counts_as_much_as_binding_to_the_directory() {
        assertThat(step(use(0, 100, -1), 279)).isEqualTo(Step.NOTHING);
        assertThat(step(use(100, 0, -1), 279)).isEqualTo(Step.NOTHING);
        assertThat(step(use(0, 100, -1), 280)).isEqualTo(Step.TELL);
    }

    @Test
    void endless_patience_finds_nobody() {
        Patience endless = new Patience(0, 30, 9, new Limit(9, 1));

        assertThat(DisuseRule.step(use(0, -1, 5), endless, DAY.plusYears(9)))
                .isEqualTo(Step.NOTHING);
    }

    @Property
    void where_the_directory_does_not_tell_nothing_follows(
            @ForAll @IntRange(min = -1, max = 900) int came,
            @ForAll @IntRange(min = -1, max = 900) int told,
            @ForAll @IntRange(min = 0, max = 2000) int today) {
        assertThat(step(use(-1, came, told), today)).isEqualTo(Step.NOTHING);
    }

    @Property
    void nobodys_account_rests_without_having_been_told_a_month_before(
            @ForAll @IntRange(min = -1, max = 900) int bound,
            @ForAll @IntRange(min = -1, max = 900) int came,
            @ForAll @IntRange(min = -1, max = 900) int told,
            @ForAll @IntRange(min = 0, max = 2000) int today) {
        if (step(use(bound, came, told), today) == Step.REST) {
            assertThat(told).isNotNegative().isLessThanOrEqualTo(today - 30);
            assertThat(Math.max(bound, came)).isLessThanOrEqualTo(today - 180);
        }
    }
}
