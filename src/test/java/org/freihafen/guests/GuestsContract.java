package org.freihafen.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

/** What every {@link Guests} keeps. */
public abstract class GuestsContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    protected abstract Guests guests();

    protected abstract Units units();

    protected abstract PersonId somebody();

    protected abstract UnitId someUnit();

    private Guest guest(UnitId unit, LocalDate until) {
        Guest guest = new Guest(somebody(), unit, somebody(), "Satz", until, false);
        guests().add(guest);
        return guest;
    }

    @Test
    void guests_are_found_by_themselves_and_by_their_unit() {
        UnitId unit = someUnit();
        Guest later = guest(unit, TODAY.plusDays(1));
        Guest first = guest(unit, TODAY);
        Guest elsewhere = guest(someUnit(), TODAY);

        assertThat(guests().byId(later.person())).contains(later);
        assertThat(guests().byId(later.sponsor())).isEmpty();
        assertThat(guests().lock(later.person())).contains(later);
        assertThat(guests().lock(later.sponsor())).isEmpty();
        assertThat(guests().of(unit)).containsExactly(first, later);
        assertThat(guests().of(elsewhere.unit())).containsExactly(elsewhere);
        assertThatThrownBy(() -> guests().add(first)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whose_day_comes_or_whose_unit_ended_is_found() {
        UnitId ended = someUnit();
        Guest due = guest(someUnit(), TODAY);
        Guest late = guest(ended, TODAY.plusDays(99));
        guest(someUnit(), TODAY.plusDays(1));
        Unit unit = units().byId(ended).orElseThrow();
        units().save(unit.end());

        assertThat(guests().endingBy(TODAY)).isEqualTo(List.of(due, late));
    }

    @Test
    void a_stay_is_renewed_and_ends() {
        Guest guest = guest(someUnit(), TODAY);
        Guest renewed = guest.told().renewed(TODAY.plusDays(9));
        guests().save(guest.told());
        assertThat(guests().byId(guest.person()).orElseThrow().reminded()).isTrue();
        guests().save(renewed);
        assertThat(guests().byId(guest.person())).contains(renewed);

        guests().end(guest.person());

        assertThat(guests().byId(guest.person())).isEmpty();
        assertThatThrownBy(() -> guests().save(renewed)).isInstanceOf(RuntimeException.class);
    }
}
