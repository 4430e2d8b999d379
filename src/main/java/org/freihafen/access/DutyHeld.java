package org.freihafen.access;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Optional;

/** A duty that a person holds in a unit and all below it, until it ends. */
public record DutyHeld(PersonId person, Duty duty, UnitId in, Optional<Instant> until) {
    public boolean holdsAt(Instant moment) {
        return until.map(moment::isBefore).orElse(true);
    }
}
