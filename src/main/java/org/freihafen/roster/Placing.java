package org.freihafen.roster;

import org.freihafen.ids.UnitId;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says in which unit an official key places people: one that takes people by register and has none
 * below it that does. Belonging to those above follows from it.
 */
public final class Placing {
    private final Map<String, Optional<UnitId>> byKey = new HashMap<>();

    public Placing(Structure structure) {
        for (Unit unit : structure.living()) {
            boolean lowest =
                    structure.children(unit.id()).stream().noneMatch(u -> u.kind().byRegister());
            if (unit.kind().byRegister() && lowest) {
                unit.officialKey().ifPresent(key -> byKey.put(key, Optional.of(unit.id())));
            }
        }
    }

    public Optional<UnitId> of(String officialKey) {
        return byKey.getOrDefault(officialKey, Optional.empty());
    }
}
