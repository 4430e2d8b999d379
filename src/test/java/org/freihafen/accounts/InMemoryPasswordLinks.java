package org.freihafen.accounts;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Password links for tests; keeps the promises of {@link PasswordLinksContract}. */
public final class InMemoryPasswordLinks implements PasswordLinks {
    private final Map<PersonId, PasswordLink> open = new HashMap<>();

    @Override
    public void open(PasswordLink link) {
        open.put(link.person(), link);
    }

    @Override
    public Optional<PasswordLink> find(String secretDigest, Instant now) {
        return open.values().stream()
                .filter(link -> link.secretDigest().equals(secretDigest))
                .filter(link -> now.isBefore(link.until()))
                .findFirst();
    }

    @Override
    public boolean close(PasswordLink link) {
        return open.remove(link.person(), link);
    }
}
