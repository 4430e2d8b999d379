package org.freihafen.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows whoever fails again and again, ever longer up to half a minute, and forgets it after a
 * quarter of an hour without a failure. Nobody is locked out: trying while one has to wait costs
 * nothing. An attempt counts as failed until it succeeds, so that many at once gain nothing.
 * Remembers a bounded number of keys, the latest; safe for use by several threads.
 */
public final class Throttle {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final int free;
    private final Map<String, Failures> byKey;

    /** Without a wait the first {@code free} failures. */
    public Throttle(InstantSource clock, int free, int remembered) {
        this.clock = clock;
        this.free = free;
        byKey = new Latest(remembered);
    }

    /** How long the key has to wait; zero if the attempt may be made, which then counts. */
    public synchronized Duration attempt(String key) {
        Instant now = clock.instant();
        Failures failures = byKey.get(key);
        if (failures == null || !now.isBefore(failures.latest().plus(FORGOTTEN))) {
            byKey.put(key, new Failures(1, now));
            return Duration.ZERO;
        }
        Duration wait = Duration.between(now, failures.latest().plus(delay(failures.count())));
        if (wait.isPositive()) {
            return wait;
        }
        byKey.put(key, new Failures(failures.count() + 1, now));
        return Duration.ZERO;
    }

    /** The attempt did not fail after all. */
    public synchronized void takeBack(String key) {
        byKey.computeIfPresent(
                key, (_, f) -> f.count() == 1 ? null : new Failures(f.count() - 1, f.latest()));
    }

    /** All failures of the key are forgiven. */
    public synchronized void forgive(String key) {
        byKey.remove(key);
    }

    private Duration delay(int failures) {
        int beyond = failures - free;
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(beyond - 1, 10));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }

    private record Failures(int count, Instant latest) {}

    private static final class Latest extends LinkedHashMap<String, Failures> {
        private static final long serialVersionUID = 1L;

        private final int most;

        private Latest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > most;
        }
    }
}
