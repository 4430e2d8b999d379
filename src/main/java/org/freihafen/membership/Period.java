package org.freihafen.membership;

import java.time.LocalDate;
import java.util.Optional;

/** Whole days in the organisation's time zone; {@code until} is the first day no longer in it. */
public record Period(LocalDate from, Optional<LocalDate> until) {
    public static Period since(LocalDate day) {
        return new Period(day, Optional.empty());
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    public Period endingOn(LocalDate day) {
        return new Period(from, Optional.of(day));
    }
}
