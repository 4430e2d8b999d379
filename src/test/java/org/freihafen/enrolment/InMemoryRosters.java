package org.freihafen.enrolment;

import org.freihafen.ids.RosterId;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rosters for tests; keeps the promises of {@link RostersContract}. */
public final class InMemoryRosters implements Rosters {
    private final Map<RosterId, Roster> rosters = new HashMap<>();
    private final Map<RosterId, byte[]> contents = new HashMap<>();

    @Override
    public void add(Roster roster, byte[] content) {
        if (rosters.putIfAbsent(roster.id(), roster) != null) {
            throw new IllegalStateException("there is a roster " + roster.id());
        }
        contents.put(roster.id(), content.clone());
    }

    @Override
    public Optional<Roster> byId(RosterId id) {
        return Optional.ofNullable(rosters.get(id));
    }

    @Override
    public List<Roster> latest(int limit) {
        return rosters.values().stream()
                .sorted(Comparator.comparing(Roster::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<RosterId> waitingSince(Instant before) {
        return rosters.values().stream()
                .filter(roster -> roster.waits() && roster.at().isBefore(before))
                .map(Roster::id)
                .sorted()
                .toList();
    }

    @Override
    public Optional<byte[]> content(RosterId id) {
        return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
    }

    @Override
    public void close(Roster roster) {
        if (rosters.replace(roster.id(), roster) == null) {
            throw new IllegalStateException("no roster " + roster.id());
        }
        contents.remove(roster.id());
    }
}
