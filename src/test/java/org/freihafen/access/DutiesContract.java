package org.freihafen.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/** What every {@link Duties} keeps. */
public abstract class DutiesContract {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    protected abstract Duties duties();

    /** Somebody who is there, each time another. */
    protected abstract PersonId somebody();

    /** A unit that is there, each time another. */
    protected abstract UnitId someUnit();

    @Test
    void a_duty_is_held_in_its_unit() {
        Duties duties = duties();
        PersonId rosa = somebody();
        DutyHeld office = new DutyHeld(rosa, Duty.MEMBER_OFFICE, someUnit(), Optional.empty());
        DutyHeld elsewhere = new DutyHeld(rosa, Duty.MEMBER_OFFICE, someUnit(), Optional.of(APRIL));
        DutyHeld karls = new DutyHeld(somebody(), Duty.AUDITOR, someUnit(), Optional.empty());
        duties.give(office);
        duties.give(elsewhere);
        duties.give(karls);
        assertThat(duties.of(rosa)).containsExactlyInAnyOrder(office, elsewhere);
        assertThat(duties.all()).containsExactlyInAnyOrder(office, elsewhere, karls);
        assertThat(duties.of(somebody())).isEmpty();
    }

    @Test
    void giving_a_duty_again_changes_its_end() {
        Duties duties = duties();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        duties.give(new DutyHeld(rosa, Duty.ADMINISTRATOR, unit, Optional.of(MARCH)));
        DutyHeld longer = new DutyHeld(rosa, Duty.ADMINISTRATOR, unit, Optional.of(APRIL));
        duties.give(longer);
        assertThat(duties.of(rosa)).containsExactly(longer);
    }

    @Test
    void an_ended_duty_holds_no_longer() {
        Duties duties = duties();
        PersonId rosa = somebody();
        DutyHeld held = new DutyHeld(rosa, Duty.AUDITOR, someUnit(), Optional.empty());
        duties.give(held);
        duties.end(held, MARCH);
        duties.end(held, APRIL);
        assertThat(duties.of(rosa)).noneMatch(duty -> duty.holdsAt(MARCH));
        assertThat(duties.of(rosa)).allMatch(duty -> duty.holdsAt(MARCH.minusMillis(1)));
        duties.give(held);
        assertThat(duties.of(rosa)).containsExactly(held);
    }
}
