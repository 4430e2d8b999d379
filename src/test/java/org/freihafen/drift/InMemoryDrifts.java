package org.freihafen.drift;

import org.freihafen.ids.UnitId;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was found, for tests; keeps {@link DriftsContract}. */
public final class InMemoryDrifts implements Drifts {
    private final Map<UUID, Drift> all = new LinkedHashMap<>();

    @Override
    public void add(Drift drift) {
        all.put(drift.id(), drift);
    }

    @Override
    public void save(Drift drift) {
        all.replace(drift.id(), drift);
    }

    @Override
    public Optional<Drift> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Drift> in(Set<UnitId> units) {
        return those(drift -> units.contains(drift.found().unit()));
    }

    @Override
    public List<Drift> of(String cloud, String object) {
        return those(drift ->
                drift.found().cloud().equals(cloud) && drift.found().object().equals(object));
    }

    @Override
    public List<Drift> open() {
        return those(Drift::open);
    }

    @Override
    public Set<Pending> pending() {
        return all.values().stream()
                .filter(Drift::pending)
                .map(drift ->
                        new Pending(drift.found().cloud(), drift.found().object(), drift.ordered()))
                .collect(Collectors.toSet());
    }

    private List<Drift> those(Predicate<Drift> which) {
        return all.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(Drift::since).thenComparing(Drift::id).reversed())
                .toList();
    }
}
