package org.freihafen.arrival;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Accepted notices for tests. */
public final class InMemoryAcceptances implements Acceptances {
    private final Map<PersonId, String> accepted = new HashMap<>();

    @Override
    public Optional<String> of(PersonId person) {
        return Optional.ofNullable(accepted.get(person));
    }

    @Override
    public void accept(PersonId person, String version, Instant at) {
        accepted.put(person, version);
    }
}
