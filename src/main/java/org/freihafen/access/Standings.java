package org.freihafen.access;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.util.Set;
import java.util.UUID;

/**
 * Tells what a person is to a unit. An unknown unit or person has no standing but {@code ANYONE}.
 */
public interface Standings {
    /**
     * Stands for the whole federation before there is a structure. A duty held in it holds
     * everywhere, so that the first administrator needs no unit.
     */
    UnitId FEDERATION = new UnitId(new UUID(0, 0));

    Set<Standing> of(PersonId person, UnitId unit);

    /** The unit that stands for the whole federation; duties that concern all are held there. */
    UnitId root();
}
