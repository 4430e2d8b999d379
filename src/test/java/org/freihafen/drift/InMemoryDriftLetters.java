package org.freihafen.drift;

import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What letters told of, for tests; keeps {@link DriftLettersContract}. */
public final class InMemoryDriftLetters implements DriftLetters {
    private final Drifts drifts;
    private final Map<UUID, Instant> all = new HashMap<>();

    public InMemoryDriftLetters(Drifts drifts) {
        this.drifts = drifts;
    }

    @Override
    public void note(Collection<UUID> told, Instant at) {
        told.forEach(drift -> all.put(drift, at));
    }

    @Override
    public Map<UUID, Instant> told(Set<UnitId> units) {
        Map<UUID, Instant> told = new HashMap<>(all);
        told.keySet().retainAll(drifts.in(units).stream().map(Drift::id).toList());
        return told;
    }
}
