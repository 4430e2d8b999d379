package org.freihafen.enrolment;

import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;
import org.freihafen.ids.UnitId;
import org.freihafen.roster.AgeBand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rosters for tests; keeps the promises of {@link RostersContract}. */
public final class InMemoryRosters implements Rosters {
    private final Map<RosterId, Roster> rosters = new HashMap<>();
    private final Map<RosterId, byte[]> contents = new HashMap<>();
    private final Map<RosterId, Map<UnitId, Map<AgeBand, Integer>>> ages = new HashMap<>();
    private final Map<RosterId, Map<String, Reply>> replies = new HashMap<>();
    private final Map<RosterId, List<Integer>> leftOut = new HashMap<>();
    private int timesListed;

    @Override
    public void add(Roster roster, byte[] content, Map<UnitId, Map<AgeBand, Integer>> counted) {
        if (rosters.putIfAbsent(roster.id(), roster) != null) {
            throw new IllegalStateException("there is a roster " + roster.id());
        }
        contents.put(roster.id(), content.clone());
        ages.put(roster.id(), counted);
    }

    @Override
    public Optional<Roster> byId(RosterId id) {
        return Optional.ofNullable(rosters.get(id));
    }

    @Override
    public Optional<Roster> lock(RosterId id) {
        return byId(id);
    }

    @Override
    public List<Roster> latest(Optional<RosterId> olderThan, int limit) {
        return rosters.values().stream()
                .filter(roster -> olderThan.map(id -> roster.id().compareTo(id) < 0).orElse(true))
                .sorted(Comparator.comparing(Roster::id).reversed())
                .limit(limit)
                .toList();
    }

    /** How often anybody asked for all of a stage. */
    public int timesListed() {
        return timesListed;
    }

    @Override
    public List<Roster> in(Roster.Stage stage) {
        timesListed++;
        return rosters.values().stream()
                .filter(roster -> roster.stage() == stage)
                .sorted(Comparator.comparing(Roster::id))
                .toList();
    }

    @Override
    public Set<PersonId> hands() {
        return rosters.values().stream()
                .flatMap(roster ->
                        Stream.of(
                                roster.by(),
                                roster.first().map(Roster.First::by),
                                roster.approvedBy()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<byte[]> content(RosterId id) {
        return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
    }

    @Override
    public Map<UnitId, Map<AgeBand, Integer>> ages(RosterId id) {
        return ages.getOrDefault(id, Map.of());
    }

    @Override
    public Map<String, Reply> replies(RosterId id) {
        return Map.copyOf(replies.getOrDefault(id, Map.of()));
    }

    @Override
    public void reply(RosterId id, Map<String, Reply> given) {
        replies.computeIfAbsent(id, _ -> new HashMap<>()).putAll(given);
    }

    @Override
    public void save(Roster roster) {
        if (rosters.replace(roster.id(), roster) == null) {
            throw new IllegalStateException("no roster " + roster.id());
        }
    }

    @Override
    public void save(Roster roster, byte[] content) {
        save(roster);
        contents.put(roster.id(), content.clone());
    }

    @Override
    public void advance(Roster roster, List<Integer> places) {
        save(roster);
        leftOut.computeIfAbsent(roster.id(), _ -> new ArrayList<>()).addAll(places);
    }

    @Override
    public List<Integer> leftOut(RosterId id) {
        return List.copyOf(leftOut.getOrDefault(id, List.of()));
    }

    @Override
    public void close(Roster roster) {
        save(roster);
        contents.remove(roster.id());
    }

    @Override
    public void forget(Instant readBefore) {
        rosters.values().stream()
                .filter(roster -> roster.at().isBefore(readBefore))
                .filter(roster ->
                        roster.stage() == Roster.Stage.APPLIED
                                || roster.stage() == Roster.Stage.DISCARDED)
                .forEach(roster -> contents.remove(roster.id()));
    }
}
