package org.freihafen.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.retention.Leftovers.Sort;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class ForgettingTest {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final InMemoryLeftovers leftovers = new InMemoryLeftovers();
    private final Forgetting forgetting =
            new Forgetting(
                    leftovers,
                    ShippedRetention.with(Map.of("runs", "1", "secrets", "2")),
                    () -> NOON,
                    List.of(
                            new Expiring() {
                                @Override
                                public String name() {
                                    return "register";
                                }

                                @Override
                                public int due(Duration later) {
                                    return (int) later.toDays();
                                }
                            }));

    @Test
    void each_sort_is_deleted_after_its_own_time() {
        Instant earlier = NOON.minus(Duration.ofHours(36));
        leftovers.leave(Sort.RUNS, earlier);
        leftovers.leave(Sort.SECRETS, earlier);
        leftovers.leave(Sort.RUNS, NOON);

        assertThat(forgetting.forget()).isEqualTo(Map.of(Sort.RUNS, 1));
        assertThat(forgetting.forget()).isEmpty();
        assertThat(leftovers.size()).isEqualTo(2);
    }

    @Test
    void what_will_be_deleted_is_told_before() {
        leftovers.leave(Sort.RUNS, NOON.minus(Duration.ofHours(36)));
        leftovers.leave(Sort.RUNS, NOON);

        assertThat(forgetting.due(Duration.ZERO)).containsEntry("runs", 1);
        assertThat(forgetting.due(Duration.ofDays(7)))
                .containsEntry("runs", 2)
                .containsEntry("secrets", 0)
                .containsEntry("register", 7);
        assertThat(leftovers.size()).isEqualTo(2);
    }

    @Test
    void however_much_there_is_all_of_it_goes() {
        for (int i = 0; i < 2_500; i++) {
            leftovers.leave(Sort.RUNS, NOON.minus(DAY).minusSeconds(1 + i));
        }

        assertThat(forgetting.forget()).isEqualTo(Map.of(Sort.RUNS, 2_500));
    }
}
