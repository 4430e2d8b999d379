package org.freihafen.reports;

import org.freihafen.ids.UnitId;
import org.freihafen.roster.AgeBand;

import java.util.Map;
import java.util.Optional;

/** How old people are: counted while a roster was read, kept of nobody. */
public interface Ages {
    /** Of the last roster that was approved, if it told birthdays; by the unit of each person. */
    Optional<Map<UnitId, Map<AgeBand, Integer>>> latest();
}
