package org.freihafen.structure;

import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Units for tests; keeps the promises of {@link UnitsContract}. */
public final class InMemoryUnits implements Units {
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<UnitId, Ending> endings = new LinkedHashMap<>();
    private final List<Past> past = new ArrayList<>();

    private record Past(Unit unit, Instant until) {}

    @Override
    public Structure structure() {
        return new Structure(units.values(), endings.values());
    }

    @Override
    public Structure structureAt(Instant moment) {
        Map<UnitId, Unit> then = new LinkedHashMap<>(units);
        for (Past was : past.reversed()) {
            if (was.until().isAfter(moment)) {
                then.put(was.unit().id(), was.unit());
            }
        }
        then.keySet().removeIf(id -> id.made().isAfter(moment));
        return new Structure(then.values(), endings.values());
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
    public void lockTree() {}

    @Override
    public void add(Unit unit) {
        if (units.containsKey(unit.id()) || byKey(unit.key()).isPresent()) {
            throw new IllegalStateException("there is a unit " + unit.key());
        }
        units.put(unit.id(), unit);
    }

    @Override
    public void save(Ending ending) {
        endings.put(ending.unit(), ending);
    }

    @Override
    public void forgetEnding(UnitId unit) {
        endings.remove(unit);
    }

    @Override
    public void save(Unit unit) {
        Unit before = units.replace(unit.id(), unit);
        if (before == null) {
            throw new IllegalStateException("no unit " + unit.id());
        }
        past.add(new Past(before, Instant.now()));
    }
}
