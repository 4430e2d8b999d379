package org.freihafen.accounts;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.Optional;

/**
 * Where people get back in: for each at most one address, which they confirmed by a link sent
 * there. What a roster says is never one by itself.
 */
public interface RecoveryAddresses {
    Optional<String> of(PersonId person);

    /**
     * The person showed that they read what is sent there; it takes the place of the one before.
     */
    void confirm(PersonId person, String address, Instant at);

    void erase(PersonId person);
}
