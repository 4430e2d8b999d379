package org.freihafen.accounts;

import org.freihafen.ids.PersonId;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When somebody last used an account, as far as is known.
 *
 * @param bound the last day of which the directory tells; without it nothing can be concluded
 * @param came the last day on which they came in here
 * @param told when they were told that nobody seems to use it, and did not use it since
 */
public record Use(
        PersonId person,
        Optional<LocalDate> bound,
        Optional<LocalDate> came,
        Optional<LocalDate> told) {
    /** The later of both; empty if the directory does not tell. */
    public Optional<LocalDate> last() {
        return bound.map(day -> came.filter(day::isBefore).orElse(day));
    }
}
