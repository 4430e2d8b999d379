package org.freihafen.ceilings;

import org.freihafen.ids.UnitId;

import java.util.Map;

/** Ceilings that units set for themselves and all below them. */
public interface UnitCeilings {
    Map<UnitId, Ceiling> all();

    /** In place of the one before; an open one is none. */
    void put(UnitId unit, Ceiling ceiling);
}
