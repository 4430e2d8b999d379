package org.freihafen.retention;

import org.freihafen.retention.Leftovers.Sort;

import java.time.Instant;

class InMemoryLeftoversTest extends LeftoversContract {
    private final InMemoryLeftovers leftovers = new InMemoryLeftovers();

    @Override
    protected Leftovers leftovers() {
        return leftovers;
    }

    @Override
    protected void leave(Sort sort, Instant over) {
        leftovers.leave(sort, over);
    }
}
