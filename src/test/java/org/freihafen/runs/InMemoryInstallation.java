package org.freihafen.runs;

import org.freihafen.reconcile.Epoch;

import java.util.UUID;

/** An installation for tests, and what a restored backup makes of it. */
public final class InMemoryInstallation implements Installation {
    private final UUID instance;
    private long number;

    public InMemoryInstallation(UUID instance) {
        this.instance = instance;
    }

    @Override
    public synchronized Epoch epoch() {
        return new Epoch(instance, number);
    }

    @Override
    public synchronized Epoch raise() {
        number++;
        return epoch();
    }

    @Override
    public synchronized void follow(Epoch other) {
        number = Math.max(number, other.number());
    }

    public synchronized void restore(long olderNumber) {
        number = olderNumber;
    }
}
