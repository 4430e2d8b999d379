package org.freihafen.access;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which duties make somebody an administrator of the whole federation, and which exclude each
 * other: who manages members, who runs the machines and who looks over their shoulders are
 * different people.
 */
public final class DutyRule {
    /** How long somebody may stand in for another duty beside their own. */
    public static final Duration STANDING_IN = Duration.ofDays(1);

    private DutyRule() {}

    /**
     * Whether what a person holds, wherever, keeps them from this duty. For a day at most it does
     * not: the first administrator is alone until the first roster is read, and on the host a shell
     * opens every door.
     *
     * @param held the person's duties
     */
    public static boolean excludes(Collection<DutyHeld> held, DutyHeld wished, Instant now) {
        boolean lasts = wished.until().filter(end -> !end.isAfter(now.plus(STANDING_IN))).isEmpty();
        return lasts
                && held.stream()
                        .anyMatch(duty -> duty.duty() != wished.duty() && duty.holdsAt(now));
    }

    /**
     * Who administers the whole for good. A duty with an end, such as one granted on the host for a
     * day, does not count: it would leave nobody behind.
     *
     * @param held any duties
     * @param whole the units that stand for the whole federation
     */
    public static Set<PersonId> administering(
            Collection<DutyHeld> held, Set<UnitId> whole, Instant now) {
        return held.stream()
                .filter(duty -> duty.duty() == Duty.ADMINISTRATOR && duty.holdsAt(now))
                .filter(duty -> duty.until().isEmpty() && whole.contains(duty.in()))
                .map(DutyHeld::person)
                .collect(Collectors.toUnmodifiableSet());
    }
}
