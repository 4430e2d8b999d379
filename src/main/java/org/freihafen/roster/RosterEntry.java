package org.freihafen.roster;

import org.freihafen.ids.UnitId;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a roster says of one person, or what we know of somebody from the register, in the same
 * form. Small, because there are hundreds of thousands.
 *
 * @param email empty if there is none
 * @param place where the register places the person; empty of those who are gone
 * @param joinedDay days since 1 January 1970, or {@link #NO_DAY}
 * @param leftDay likewise; may lie ahead
 * @param present whether the person is still with us, as of today
 */
public record RosterEntry(
        String givenName,
        String familyName,
        String email,
        Optional<UnitId> place,
        int joinedDay,
        int leftDay,
        int balanceCents,
        int reminders,
        boolean present) {
    public static final int NO_DAY = Integer.MIN_VALUE;

    public static int day(Optional<LocalDate> day) {
        return day.map(d -> Math.toIntExact(d.toEpochDay())).orElse(NO_DAY);
    }

    public RosterEntry gone() {
        return new RosterEntry(
                givenName,
                familyName,
                email,
                Optional.empty(),
                joinedDay,
                leftDay,
                balanceCents,
                reminders,
                false);
    }

    public Optional<LocalDate> joined() {
        return date(joinedDay);
    }

    public Optional<LocalDate> left() {
        return date(leftDay);
    }

    private static Optional<LocalDate> date(int day) {
        return day == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }
}
