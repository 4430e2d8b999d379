package org.freihafen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What every {@link Releases} keeps. */
public abstract class ReleasesContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

    protected abstract Releases releases();

    protected abstract PersonId somebody();

    protected abstract UnitId someUnit();

    private static Release release(int number, PersonId by, UnitId unit) {
        return new Release(
                new UUID(3, number),
                unit,
                by,
                new MemberNumber("100" + number),
                "Ehrung",
                NOW.plusSeconds(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void open_ones_come_oldest_first_and_somebodys_newest_first() {
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        Release first = release(1, rosa, unit);
        Release second = release(2, rosa, unit);
        releases().add(second);
        releases().add(first);

        assertThat(releases().open()).containsExactly(first, second);
        assertThat(releases().askedBy(rosa)).containsExactly(second, first);
        assertThat(releases().askedBy(somebody())).isEmpty();
    }

    @Test
    void what_came_of_it_is_kept() {
        Release asked = release(1, somebody(), someUnit());
        releases().add(asked);
        Release granted =
                asked.granted(
                        new Answered(true, somebody(), NOW, ""), somebody(), NOW.plusSeconds(9));

        releases().save(granted);

        assertThat(releases().byId(asked.id())).contains(granted);
        assertThat(releases().lock(asked.id())).contains(granted);
        assertThat(releases().open()).isEmpty();
    }
}
