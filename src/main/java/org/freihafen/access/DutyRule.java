package org.freihafen.access;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Which duties can be taken away: never the last administrator of the whole federation. */
public final class DutyRule {
    private DutyRule() {}

    /**
     * Whether nobody administers the federation for good any more once these people no longer do. A
     * duty with an end, such as one granted on the host for a day, does not count: it would leave
     * nobody behind.
     *
     * @param all every duty that is held
     * @param whole the units that stand for the whole federation
     */
    public static boolean leavesNobody(
            Collection<DutyHeld> all, Set<PersonId> without, Set<UnitId> whole, Instant now) {
        return isAdministered(all, Set.of(), whole, now)
                && !isAdministered(all, without, whole, now);
    }

    private static boolean isAdministered(
            Collection<DutyHeld> all, Set<PersonId> without, Set<UnitId> whole, Instant now) {
        return all.stream()
                .filter(held -> held.duty() == Duty.ADMINISTRATOR && held.holdsAt(now))
                .filter(held -> held.until().isEmpty() && whole.contains(held.in()))
                .anyMatch(held -> !without.contains(held.person()));
    }
}
