package org.freihafen.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.Tombstones.Cause;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every {@link Tombstones} keeps. */
public abstract class TombstonesContract {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final MemberNumber SEVEN = new MemberNumber("7");
    private static final MemberNumber EIGHT = new MemberNumber("8");

    protected abstract Tombstones tombstones();

    protected abstract PersonId somebody();

    @Test
    void a_number_is_recognised_and_no_other() {
        assertThat(tombstones().among(List.of(SEVEN))).isEmpty();
        PersonId rosa = somebody();
        tombstones().raise(rosa, Optional.of(SEVEN), Cause.LEFT, NOON);

        assertThat(tombstones().stands(rosa)).isTrue();
        assertThat(tombstones().stands(somebody())).isFalse();
        assertThat(tombstones().among(List.of(SEVEN, EIGHT))).isEqualTo(Map.of(SEVEN, Cause.LEFT));
    }

    @Test
    void of_two_with_one_number_the_later_says_why() {
        tombstones().raise(somebody(), Optional.of(SEVEN), Cause.LEFT, NOON);
        tombstones().raise(somebody(), Optional.of(SEVEN), Cause.ASKED, NOON.plusSeconds(1));
        tombstones().raise(somebody(), Optional.empty(), Cause.LEFT, NOON);

        assertThat(tombstones().among(List.of(SEVEN))).isEqualTo(Map.of(SEVEN, Cause.ASKED));
    }

    @Test
    void nobody_is_erased_twice() {
        PersonId rosa = somebody();
        tombstones().raise(rosa, Optional.empty(), Cause.LEFT, NOON);

        assertThatThrownBy(() -> tombstones().raise(rosa, Optional.empty(), Cause.LEFT, NOON))
                .isInstanceOf(RuntimeException.class);
    }
}
