package org.freihafen.shares;

import org.freihafen.ids.GrantId;

import java.util.HashSet;
import java.util.Set;

/** Keeps the promises of {@link ShownAnewContract}. */
public final class InMemoryShownAnew implements ShownAnew {
    private final Set<GrantId> waiting = new HashSet<>();

    @Override
    public void ask(GrantId grant) {
        waiting.add(grant);
    }

    @Override
    public Set<GrantId> waiting() {
        return Set.copyOf(waiting);
    }

    @Override
    public void done(GrantId grant) {
        waiting.remove(grant);
    }
}
