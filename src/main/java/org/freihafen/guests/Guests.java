package org.freihafen.guests;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All guests, until they are over. */
public interface Guests {
    void add(Guest guest);

    Optional<Guest> byId(PersonId person);

    /** Likewise, and nobody else changes the stay until the transaction ends. */
    Optional<Guest> lock(PersonId person);

    /** Those of one unit, the one whose day comes first before the others. */
    List<Guest> of(UnitId unit);

    /** Those whose last day is this one or before it, or whose unit ended. */
    List<Guest> endingBy(LocalDate day);

    void save(Guest guest);

    /** The person is nobody's guest any more. */
    void end(PersonId person);
}
