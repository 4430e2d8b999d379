package org.freihafen.cloud.nextcloud;

import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps calls back that would only do harm or take time, until some time has passed. */
final class Circuit {
    private final InstantSource clock;
    private Saying why = Saying.of("cloud.stopped");
    private Instant until = Instant.MIN;

    Circuit(InstantSource clock) {
        this.clock = clock;
    }

    /** Lets the call pass, or says again why not. */
    synchronized void check() throws TargetUnavailable {
        if (clock.instant().isBefore(until)) {
            throw new TargetUnavailable(why);
        }
    }

    synchronized void open(Saying sentence, Duration time) {
        why = sentence;
        until = clock.instant().plus(time);
    }

    synchronized void close() {
        until = Instant.MIN;
    }
}
