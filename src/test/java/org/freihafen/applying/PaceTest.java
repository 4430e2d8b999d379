package org.freihafen.applying;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void it_begins_with_few_steps_and_takes_at_most_twice_as_many_next() {
        assertThat(pace.steps()).isEqualTo(20);
        pace.took(Duration.ZERO);
        assertThat(pace.steps()).isEqualTo(40);
        for (int round = 0; round < 9; round++) {
            pace.took(Duration.ofMillis(1));
        }
        assertThat(pace.steps()).isEqualTo(1000);
    }

    @Test
    void what_takes_long_is_cut_down_at_once() {
        pace.took(Duration.ofMillis(100));
        assertThat(pace.steps()).isEqualTo(40);
        pace.took(Duration.ofMillis(500));
        assertThat(pace.steps()).isEqualTo(20);
        pace.took(Duration.ofHours(1));
        assertThat(pace.steps()).isEqualTo(20);
    }

    @Property
    void at_whatever_speed_a_round_takes_a_quarter_of_a_second_or_is_some_tens_of_steps(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 100_000) Integer> any,
            @ForAll @IntRange(min = 1, max = 100_000) int microsAStep) {
        Pace paced = new Pace();
        any.forEach(micros -> paced.took(Duration.ofNanos(1_000L * micros)));
        for (int round = 0; round < 8; round++) {
            paced.took(Duration.ofNanos(1_000L * microsAStep * paced.steps()));
        }

        assertThat(paced.steps() <= 20 || (long) paced.steps() * microsAStep <= 250_000).isTrue();
    }
}
