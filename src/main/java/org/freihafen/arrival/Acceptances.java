package org.freihafen.arrival;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.Optional;

/** Who accepted which version of the notice, the latest of each person. */
public interface Acceptances {
    Optional<String> of(PersonId person);

    void accept(PersonId person, String version, Instant at);
}
