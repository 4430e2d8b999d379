package org.freihafen.access;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.util.Set;

/**
 * Tells what a person is to a unit. An unknown unit or person has no standing but {@code ANYONE}.
 */
public interface Standings {
    Set<Standing> of(PersonId person, UnitId unit);

    /** The unit that stands for the whole federation; duties that concern all are held there. */
    UnitId root();
}
