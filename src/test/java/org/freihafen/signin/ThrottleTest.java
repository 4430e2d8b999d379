package org.freihafen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class ThrottleTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Throttle throttle = new Throttle(() -> now, 3, 100);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.attempt("rosa")).isZero();
            now = now.plus(Duration.ofSeconds(31));
        }
        now = now.minus(Duration.ofSeconds(31));
    }

    @Test
    void the_first_failures_cost_nothing() {
        fail(3);

        assertThat(throttle.attempt("rosa")).isZero();
        assertThat(throttle.attempt("rosa")).isPositive();
    }

    @Test
    void each_failure_beyond_doubles_the_wait_up_to_half_a_minute() {
        fail(4);
        assertThat(throttle.attempt("rosa")).isEqualTo(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(throttle.attempt("rosa")).isZero();
        assertThat(throttle.attempt("rosa")).isEqualTo(Duration.ofSeconds(2));
        now = now.plusSeconds(2);
        fail(20);
        assertThat(throttle.attempt("rosa")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void trying_while_one_has_to_wait_makes_the_wait_no_longer() {
        fail(4);
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.attempt("rosa")).isEqualTo(Duration.ofSeconds(1));
        }
        now = now.plusSeconds(1);

        assertThat(throttle.attempt("rosa")).isZero();
    }

    @Test
    void an_attempt_counts_until_it_succeeds() {
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.attempt("rosa")).isZero();
            throttle.takeBack("rosa");
        }
        fail(6);
        throttle.forgive("rosa");

        assertThat(throttle.attempt("rosa")).isZero();
    }

    @Test
    void after_a_quarter_of_an_hour_all_is_forgotten() {
        fail(10);
        now = now.plus(Duration.ofMinutes(15));
        fail(3);
    }

    @Test
    void others_are_not_slowed_and_memory_is_bounded() {
        fail(10);

        assertThat(throttle.attempt("emil")).isZero();
        for (int i = 0; i < 1_000; i++) {
            assertThat(throttle.attempt("login" + i)).isZero();
        }
        assertThat(throttle.attempt("rosa")).isZero();
    }
}
