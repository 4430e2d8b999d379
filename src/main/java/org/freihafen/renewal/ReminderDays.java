package org.freihafen.renewal;

import org.freihafen.shares.Grant;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How many days before the end of a grant its unit is reminded.
 *
 * @param days the fewest first; none for no reminders
 */
public record ReminderDays(List<Integer> days) {
    public static final ReminderDays USUAL = new ReminderDays(List.of(7, 30));

    public ReminderDays {
        days = days.stream().distinct().sorted().toList();
    }

    public static ReminderDays of(Collection<Integer> days) {
        return new ReminderDays(List.copyOf(days));
    }

    /** How far ahead anybody is told. */
    public int farthest() {
        return days.isEmpty() ? 0 : days.getLast();
    }

    /** Whether it ends so soon that it is listed. */
    public boolean isNear(Grant grant, LocalDate today) {
        return grant.until().filter(until -> left(until, today) <= farthest()).isPresent();
    }

    /**
     * Which reminder is due; none for a grant that was never meant to last that long.
     *
     * @return how many days before the end
     */
    public Optional<Integer> due(Grant grant, LocalDate today) {
        return grant.until()
                .flatMap(until -> {
                    long length = ChronoUnit.DAYS.between(grant.period().from(), until);
                    return days.stream()
                            .filter(each -> left(until, today) <= each)
                            .findFirst()
                            .filter(each -> length > each);
                });
    }

    /** How many days are left after today. */
    private static long left(LocalDate until, LocalDate today) {
        return ChronoUnit.DAYS.between(today, until) - 1;
    }
}
