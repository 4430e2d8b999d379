package org.freihafen.sandsight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.sandtalk.Refusal;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class BruteForceTest {
    private static final String HERE = "127.0.0.1";

    private final List<Duration> waits = new ArrayList<>();
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2027-03-01T12:00:00Z"));
    private final BruteForce bruteForce =
            new BruteForce(BruteForce.Limits.asNextcloud(), now::get, waits::add);

    @Test
    void every_failure_doubles_the_wait_up_to_an_end() {
        for (int i = 0; i < 10; i++) {
            bruteForce.before(HERE);
            bruteForce.failed(HERE, "svc");
        }
        assertThat(waits.stream().map(Duration::toMillis))
                .containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 12800L, 25000L, 25000L);
        assertThat(bruteForce.delay(HERE)).isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void too_many_failures_silence_an_address_for_every_account() {
        fail(11, "svc");
        assertThatThrownBy(() -> bruteForce.before(HERE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(429));
        assertThatCode(() -> bruteForce.before("127.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void a_success_forgives_that_login_only() {
        fail(3, "svc");
        fail(2, "anna");
        bruteForce.succeeded(HERE, "svc");
        assertThat(bruteForce.delay(HERE)).isEqualTo(Duration.ofMillis(400));
        bruteForce.succeeded(HERE, "anna");
        assertThat(bruteForce.delay(HERE)).isZero();
    }

    @Test
    void time_forgives() {
        fail(11, "svc");
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(31)));
        assertThatCode(() -> bruteForce.before(HERE)).doesNotThrowAnyException();
        assertThat(bruteForce.delay(HERE)).isZero();
    }

    private void fail(int times, String login) {
        for (int i = 0; i < times; i++) {
            bruteForce.failed(HERE, login);
        }
    }
}
