package org.freihafen.accounts;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Confirmed addresses for tests. */
public final class InMemoryRecoveryAddresses implements RecoveryAddresses {
    private final Map<PersonId, String> addresses = new HashMap<>();

    @Override
    public Optional<String> of(PersonId person) {
        return Optional.ofNullable(addresses.get(person));
    }

    @Override
    public void confirm(PersonId person, String address, Instant at) {
        addresses.put(person, address);
    }

    @Override
    public void erase(PersonId person) {
        addresses.remove(person);
    }
}
