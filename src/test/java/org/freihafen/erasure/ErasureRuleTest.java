package org.freihafen.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.freihafen.erasure.ErasureRule.Step;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.reconcile.Limit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class ErasureRuleTest {
    private static final LocalDate LEFT = LocalDate.of(2026, 10, 1);
    private static final Limit LIMIT = new Limit(20, 1);
    private static final GraceTime USUAL = GraceTime.of(90, List.of(60, 14), 1, LIMIT);
    private static final PersonId ROSA = new PersonId(new UUID(1, 1));

    /** The days on which something is done, if somebody looks after so many days each time. */
    private static List<LocalDate> steps(Cause cause, List<Integer> pauses) {
        Farewell farewell = Farewell.of(ROSA, LEFT, cause);
        List<LocalDate> days = new ArrayList<>();
        LocalDate today = LEFT;
        for (int i = 0; ; i++) {
            switch (ErasureRule.step(farewell, USUAL, today)) {
                case WAIT -> {}
                case REMIND -> {
                    days.add(today);
                    farewell = farewell.reminded(today);
                }
                case ERASE -> {
                    days.add(today);
                    return days;
                }
            }
            today = today.plusDays(pauses.get(i % pauses.size()));
        }
    }

    @Example
    void a_leaver_is_reminded_twice_and_erased_at_the_end() {
        assertThat(steps(Cause.LEFT, List.of(1)))
                .containsExactly(LEFT.plusDays(30), LEFT.plusDays(76), LEFT.plusDays(90));
        assertThat(ErasureRule.end(Farewell.of(ROSA, LEFT, Cause.LEFT), USUAL))
                .isEqualTo(LEFT.plusDays(90));
    }

    @Example
    void whoever_asked_for_it_is_erased_without_reminders() {
        assertThat(steps(Cause.ASKED, List.of(1))).containsExactly(LEFT.plusDays(1));
    }

    @Property
    void however_long_nobody_looked_all_steps_lie_as_far_apart_as_configured(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 400) Integer> pauses) {
        List<LocalDate> days = steps(Cause.LEFT, pauses);

        assertThat(days).hasSize(3);
        assertThat(days.get(0)).isAfterOrEqualTo(LEFT.plusDays(30));
        assertThat(days.get(1)).isAfterOrEqualTo(days.get(0).plusDays(46));
        assertThat(days.get(2)).isAfterOrEqualTo(days.get(1).plusDays(14));
    }

    @Example
    void fewer_reminders_than_went_out_already_end_no_farewell_early() {
        GraceTime fewer = GraceTime.of(90, List.of(14), 1, LIMIT);
        Farewell twice = Farewell.of(ROSA, LEFT, Cause.LEFT).reminded(LEFT).reminded(LEFT);

        assertThat(ErasureRule.step(twice, fewer, LEFT.plusDays(13))).isEqualTo(Step.WAIT);
        assertThat(ErasureRule.step(twice, fewer, LEFT.plusDays(14))).isEqualTo(Step.ERASE);
    }

    @Example
    void reminders_that_do_not_fit_are_no_grace_time() {
        assertThatThrownBy(() -> GraceTime.of(60, List.of(60, 14), 1, LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GraceTime.of(90, List.of(14, 60), 1, LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
