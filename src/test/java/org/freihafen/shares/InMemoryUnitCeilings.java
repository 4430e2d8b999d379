package org.freihafen.shares;

import org.freihafen.ceilings.Ceiling;
import org.freihafen.ceilings.UnitCeilings;
import org.freihafen.ceilings.UnitCeilingsContract;
import org.freihafen.ids.UnitId;

import java.util.Map;
import java.util.TreeMap;

/** Ceilings for tests; keeps the promises of {@link UnitCeilingsContract}. */
public final class InMemoryUnitCeilings implements UnitCeilings {
    private final Map<UnitId, Ceiling> set = new TreeMap<>();

    @Override
    public Map<UnitId, Ceiling> all() {
        return Map.copyOf(set);
    }

    @Override
    public void put(UnitId unit, Ceiling ceiling) {
        set.put(unit, ceiling);
        set.values().removeIf(Ceiling.OPEN::equals);
    }
}
