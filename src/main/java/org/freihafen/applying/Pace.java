package org.freihafen.applying;

import java.time.Duration;

/**
 * How many steps are carried out at once: as many as fit into a quarter of a second, so that
 * whoever stops waits no longer, and few at first, as nobody knows yet how fast it goes.
 */
final class Pace {
    static final int FEWEST = 20;
    static final int MOST = 1000;

    private static final Duration ROUND = Duration.ofMillis(250);

    private int steps = FEWEST;

    int steps() {
        return steps;
    }

    /** The last round took so long. */
    void took(Duration time) {
        long fitting =
                time.isPositive()
                        ? (long) (steps * (double) ROUND.toNanos() / time.toNanos())
                        : MOST;
        steps = Math.clamp(Math.min(fitting, 2L * steps), FEWEST, MOST);
    }
}
