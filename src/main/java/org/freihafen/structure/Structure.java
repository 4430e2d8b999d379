package org.freihafen.structure;

import org.freihafen.ids.UnitId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole tree at one moment. Units that ended are in it, but are nobody's children. */
public final class Structure {
    private final Map<UnitId, Unit> byId = new LinkedHashMap<>();
    private final Map<UnitKey, Unit> byKey = new HashMap<>();
    private final Map<String, Unit> byOfficialKey = new HashMap<>();
    private final Map<UnitId, List<Unit>> children = new HashMap<>();
    private final Map<UnitId, Ending> endings = new HashMap<>();

    /** Of units none of which was merged or dissolved. */
    public Structure(Collection<Unit> units) {
        this(units, List.of());
    }

    public Structure(Collection<Unit> units, Collection<Ending> endings) {
        endings.forEach(ending -> this.endings.put(ending.unit(), ending));
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

    /** Units that have groups: all that live, and those whose ending is still open. */
    public List<Unit> grouped() {
        return byId.values().stream().filter(this::hasGroups).toList();
    }

    public boolean hasGroups(Unit unit) {
        return !unit.ended() || ending(unit.id()).filter(Ending::open).isPresent();
    }

    /** How a unit was merged or dissolved, if it was. */
    public Optional<Ending> ending(UnitId unit) {
        return byId(unit).filter(Unit::ended).flatMap(_ -> Optional.ofNullable(endings.get(unit)));
    }

    public Collection<Ending> endings() {
        return List.copyOf(endings.values());
    }

    /** Those that ended under a unit and can still come back. */
    public List<Unit> dissolvedBelow(UnitId unit) {
        return endings.entrySet().stream()
                .filter(ending -> ending.getValue().restorable())
                .flatMap(ending -> byId(ending.getKey()).stream())
                .filter(ended -> ended.ended() && ended.parent().filter(unit::equals).isPresent())
                .toList();
    }

    /** The unit to which belongs what was this one's: itself, unless it was merged into another. */
    public Optional<Unit> heir(UnitId of) {
        Optional<Unit> heir = byId(of);
        for (int i = 0; i < endings.size(); i++) {
            Optional<UnitId> next = heir.flatMap(u -> ending(u.id())).flatMap(Ending::into);
            if (next.isEmpty()) {
                break;
            }
            heir = next.flatMap(this::byId);
        }
        return heir;
    }

    /** Units that were merged into this one, at once or one after the other. */
    public List<Unit> inheritedBy(UnitId heir) {
        return byId.values().stream()
                .filter(unit -> !unit.id().equals(heir))
                .filter(unit -> heir(unit.id()).filter(h -> h.id().equals(heir)).isPresent())
                .toList();
    }

    /** A unit and all those that were merged into it. */
    public Set<UnitId> withInherited(UnitId heir) {
        Set<UnitId> all = new LinkedHashSet<>(Set.of(heir));
        inheritedBy(heir).forEach(unit -> all.add(unit.id()));
        return all;
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
