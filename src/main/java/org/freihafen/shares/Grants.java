package org.freihafen.shares;

import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All grants, also those that ended. */
public interface Grants {
    Optional<Grant> byId(GrantId id);

    /** Those that a unit gives and that hold on the day or later. */
    List<Grant> by(UnitId unit, LocalDate on);

    /** Those that a unit's people or leads receive and that hold on the day or later. */
    List<Grant> to(UnitId unit, LocalDate on);

    /** Those that a person receives in person and that hold on the day or later. */
    List<Grant> to(PersonId person, LocalDate on);

    /** All that hold on the day or later. */
    List<Grant> all(LocalDate on);

    /** Grants as they stood at the end of a day, those that held on it. */
    List<Grant> asOf(LocalDate day);

    /** All that was ever decided of one, the oldest first. */
    List<GrantVersion> history(GrantId id);

    /** Keeps it, and that it was so from now on. */
    void add(Grant grant);

    void save(Grant grant);
}
