package org.freihafen.mail;

import org.freihafen.ids.PersonId;
import org.freihafen.mail.Posted.Stage;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Letters for tests; keeps the promises of {@link OutboxContract}. */
public final class InMemoryOutbox implements Outbox {
    private final Map<String, Posted> letters = new TreeMap<>();

    /** Everything, the oldest first. */
    public List<Posted> all() {
        return List.copyOf(letters.values());
    }

    @Override
    public void add(Collection<Posted> added) {
        added.forEach(posted -> letters.put(posted.letter().id().toString(), posted));
    }

    @Override
    public Optional<Posted> byId(UUID id) {
        return Optional.ofNullable(letters.get(id.toString()));
    }

    @Override
    public List<Posted> due(Instant now, int most) {
        return letters.values().stream()
                .filter(posted -> posted.stage() == Stage.WAITING && !posted.next().isAfter(now))
                .sorted(Comparator.comparing(Posted::next))
                .limit(most)
                .toList();
    }

    @Override
    public List<Posted> latest(Set<Stage> stages, Optional<UUID> before, int most) {
        return all().reversed().stream()
                .filter(posted -> stages.contains(posted.stage()))
                .filter(posted ->
                        before.map(id -> posted.letter().id().toString().compareTo(id.toString()))
                                .map(order -> order < 0)
                                .orElse(true))
                .limit(most)
                .toList();
    }

    @Override
    public List<Posted> cutOff() {
        return letters.values().stream().filter(p -> p.stage() == Stage.SENDING).toList();
    }

    @Override
    public void save(Posted posted) {
        if (letters.replace(posted.letter().id().toString(), posted) == null) {
            throw new IllegalStateException("no letter " + posted.letter().id());
        }
    }

    @Override
    public void erase(PersonId person) {
        letters.values()
                .removeIf(posted ->
                        switch (posted.letter().to()) {
                            case Addressee.ToPerson(PersonId to) -> to.equals(person);
                            case Addressee.ToAddress(PersonId to, _) -> to.equals(person);
                            case Addressee.ToDesk _ -> false;
                        });
    }
}
