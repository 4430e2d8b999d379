package org.freihafen.structure;

import org.freihafen.ids.UnitId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Units for tests; keeps the promises of {@link UnitsContract}. */
public final class InMemoryUnits implements Units {
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();

    @Override
    public Structure structure() {
        return new Structure(units.values());
    }

    @Override
    public Optional<Unit> byId(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    @Override
    public Optional<Unit> byKey(UnitKey key) {
        return units.values().stream().filter(unit -> unit.key().equals(key)).findFirst();
    }

    @Override
    public void lock(UnitId id) {}

    @Override
    public void add(Unit unit) {
        if (units.containsKey(unit.id()) || byKey(unit.key()).isPresent()) {
            throw new IllegalStateException("there is a unit " + unit.key());
        }
        units.put(unit.id(), unit);
    }

    @Override
    public void save(Unit unit) {
        if (units.replace(unit.id(), unit) == null) {
            throw new IllegalStateException("no unit " + unit.id());
        }
    }
}
