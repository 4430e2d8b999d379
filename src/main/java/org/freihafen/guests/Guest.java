package org.freihafen.guests;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.LocalDate;

/**
 * Somebody who is no member and has an account for a while.
 *
 * @param unit for which they are here; whoever leads it looks after them
 * @param sponsor who vouched for them
 * @param until the last day
 * @param reminded whether it was told that this day comes near
 */
public record Guest(
        PersonId person,
        UnitId unit,
        PersonId sponsor,
        String purpose,
        LocalDate until,
        boolean reminded) {
    Guest renewed(LocalDate last) {
        return new Guest(person, unit, sponsor, purpose, last, false);
    }

    /** Looked after by whoever leads the heir of the unit that took them in. */
    public Guest passedTo(UnitId heir) {
        return new Guest(person, heir, sponsor, purpose, until, reminded);
    }

    Guest told() {
        return new Guest(person, unit, sponsor, purpose, until, true);
    }
}
