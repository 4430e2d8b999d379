package org.freihafen.shares;

import org.freihafen.ids.GrantId;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passwords of links for tests; keeps the promises of {@link LinkPasswordsContract}. */
public final class InMemoryLinkPasswords implements LinkPasswords {
    private final Map<GrantId, LinkPassword> waiting = new ConcurrentHashMap<>();

    @Override
    public void put(GrantId grant, LinkPassword password) {
        waiting.put(grant, password);
    }

    @Override
    public Optional<LinkPassword> of(GrantId grant) {
        return Optional.ofNullable(waiting.get(grant));
    }

    @Override
    public Set<GrantId> waiting() {
        return Set.copyOf(waiting.keySet());
    }

    @Override
    public void handedOver(GrantId grant, LinkPassword password) {
        waiting.remove(grant, password);
    }

    @Override
    public void forget(GrantId grant) {
        waiting.remove(grant);
    }
}
