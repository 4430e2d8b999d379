package org.freihafen.structure;

import org.freihafen.ids.UnitId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole tree at one moment. Units that ended are in it, but are nobody's children. */
public final class Structure {
    private final Map<UnitId, Unit> byId = new LinkedHashMap<>();
    private final Map<UnitKey, Unit> byKey = new HashMap<>();
    private final Map<String, Unit> byOfficialKey = new HashMap<>();
    private final Map<UnitId, List<Unit>> children = new HashMap<>();

    public Structure(Collection<Unit> units) {
        for (Unit unit : units) {
            byId.put(unit.id(), unit);
            byKey.put(unit.key(), unit);
        }
        for (Unit unit : units) {
            if (!unit.ended()) {
                unit.parent()
                        .ifPresent(parent ->
                                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(unit));
                unit.officialKey().ifPresent(key -> byOfficialKey.put(key, unit));
            }
        }
        children.values().forEach(list -> list.sort(Comparator.comparing(Unit::key)));
    }

    public Collection<Unit> all() {
        return List.copyOf(byId.values());
    }

    public List<Unit> living() {
        return byId.values().stream().filter(unit -> !unit.ended()).toList();
    }

    public Optional<Unit> byId(UnitId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Unit> byKey(UnitKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The living unit in which a register places people by this key. */
    public Optional<Unit> byOfficialKey(String key) {
        return Optional.ofNullable(byOfficialKey.get(key));
    }

    public Optional<Unit> root() {
        return byId.values().stream()
                .filter(unit -> unit.parent().isEmpty() && !unit.ended())
                .findFirst();
    }

    public List<Unit> children(UnitId of) {
        return List.copyOf(children.getOrDefault(of, List.of()));
    }

    /** The units above, nearest first. Ends where a parent would come twice. */
    public List<Unit> above(UnitId of) {
        List<Unit> above = new ArrayList<>();
        Optional<Unit> next = byId(of).flatMap(Unit::parent).flatMap(this::byId);
        while (next.isPresent() && !above.contains(next.get())) {
            above.add(next.get());
            next = next.get().parent().flatMap(this::byId);
        }
        return above;
    }

    /** The unit itself, then the units above, nearest first. */
    public List<Unit> upward(UnitId from) {
        List<Unit> path = new ArrayList<>();
        byId(from).ifPresent(path::add);
        path.addAll(above(from));
        return path;
    }

    /** The board of a unit: its living child of kind {@code board}. */
    public Optional<Unit> boardOf(UnitId unit) {
        return children(unit).stream().filter(u -> u.kind().name().equals("board")).findFirst();
    }
}
