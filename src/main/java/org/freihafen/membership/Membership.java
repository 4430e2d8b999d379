package org.freihafen.membership;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

/**
 * A person in a unit as something, for a period. Belonging to the units above is derived, never
 * stored.
 */
public record Membership(PersonId person, UnitId unit, Role role, Period period, Origin origin) {}
