package org.freihafen.erasure;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.Tombstones.Cause;

import java.time.LocalDate;

/**
 * Somebody is gone, or asked to be erased, and will be.
 *
 * @param since the day on which that was known
 * @param told how many reminders went out
 * @param last the day of the latest step: of {@code since}, or of the latest reminder
 */
public record Farewell(PersonId person, LocalDate since, Cause cause, int told, LocalDate last) {
    static Farewell of(PersonId person, LocalDate day, Cause cause) {
        return new Farewell(person, day, cause, 0, day);
    }

    Farewell reminded(LocalDate day) {
        return new Farewell(person, since, cause, told + 1, day);
    }
}
