package org.freihafen.access;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.List;

/** All duties that are held. They live in the database and never in LDAP. */
public interface Duties {
    List<DutyHeld> of(PersonId person);

    List<DutyHeld> all();

    /** Gives the duty, or changes the end of one that the person holds there already. */
    void give(DutyHeld held);

    void end(DutyHeld held, Instant at);
}
