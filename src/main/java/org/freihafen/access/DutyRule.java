package org.freihafen.access;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which duties make somebody an administrator of the whole federation. */
public final class DutyRule {
    private DutyRule() {}

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
