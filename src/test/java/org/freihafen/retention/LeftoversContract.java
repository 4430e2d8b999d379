package org.freihafen.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.retention.Leftovers.Sort;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;

/** What every {@link Leftovers} keeps. */
public abstract class LeftoversContract {
    protected static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    protected abstract Leftovers leftovers();

    /** Leaves one thing of the sort behind that was over then. */
    protected abstract void leave(Sort sort, Instant over);

    @ParameterizedTest
    @EnumSource
    void what_was_over_before_is_deleted_and_what_was_not_stays(Sort sort) {
        leave(sort, NOON.minusSeconds(2));
        leave(sort, NOON.minusSeconds(1));
        leave(sort, NOON);

        assertThat(leftovers().due(sort, NOON)).isEqualTo(2);
        assertThat(leftovers().forget(sort, NOON.minusSeconds(2), 9)).isZero();
        assertThat(leftovers().forget(sort, NOON, 9)).isEqualTo(2);
        assertThat(leftovers().due(sort, NOON)).isZero();
        assertThat(leftovers().forget(sort, NOON, 9)).isZero();
        assertThat(leftovers().forget(sort, NOON.plusSeconds(1), 9)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void no_more_is_deleted_at_once_than_was_asked_for(Sort sort) {
        for (int i = 1; i <= 5; i++) {
            leave(sort, NOON.minusSeconds(i));
        }

        assertThat(leftovers().forget(sort, NOON, 2)).isEqualTo(2);
        assertThat(leftovers().forget(sort, NOON, 2)).isEqualTo(2);
        assertThat(leftovers().forget(sort, NOON, 2)).isOne();
    }
}
