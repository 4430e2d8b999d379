package org.freihafen.applying;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.ids.PersonId;

import java.time.Clock;
import java.time.Instant;

/** Who else could approve what one person alone may not. */
@Dependent
public class SecondPeople {
    private final Access access;
    private final Duties duties;
    private final Clock clock;

    @Inject
    public SecondPeople(Access access, Duties duties, Clock clock) {
        this.access = access;
        this.duties = duties;
        this.clock = clock;
    }

    /** Whether anybody but this one is of the member office now. */
    public boolean anybodyBeside(PersonId one) {
        Instant now = clock.instant();
        return duties.all().stream()
                .filter(held -> held.duty() == Duty.MEMBER_OFFICE && held.holdsAt(now))
                .filter(held -> held.in().equals(access.federation()))
                .map(DutyHeld::person)
                .anyMatch(person -> !person.equals(one));
    }
}
