package org.freihafen.roster;

import org.freihafen.ids.UnitId;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says in which unit an official key, or the name of a unit, places people: one that takes people
 * by register and has none below it that does. Belonging to those above follows from it.
 */
public final class Placing {
    private final Map<String, Optional<UnitId>> byKey = new HashMap<>();
    private final Map<String, Optional<UnitId>> byName = new HashMap<>();

    public Placing(Structure structure) {
        for (Unit unit : structure.living()) {
            boolean lowest =
                    structure.children(unit.id()).stream().noneMatch(u -> u.kind().byRegister());
            if (unit.kind().byRegister() && lowest) {
                Optional<UnitId> id = Optional.of(unit.id());
                unit.officialKey().ifPresent(key -> byKey.put(key, id));
                byName.merge(RosterText.spelling(unit.name()), id, (_, _) -> Optional.empty());
                byName.put(RosterText.spelling(unit.key().value()), id);
            }
        }
    }

    public Optional<UnitId> of(String officialKey) {
        return byKey.getOrDefault(officialKey, Optional.empty());
    }

    /** The unit of that name or key, if only one is called so. */
    public Optional<UnitId> named(String name) {
        return byName.getOrDefault(RosterText.spelling(name), Optional.empty());
    }
}
