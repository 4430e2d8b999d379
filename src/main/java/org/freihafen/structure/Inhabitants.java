package org.freihafen.structure;

import org.freihafen.ids.UnitId;

/** Tells how many people the member register places in a unit. */
public interface Inhabitants {
    int placedIn(UnitId unit);
}
