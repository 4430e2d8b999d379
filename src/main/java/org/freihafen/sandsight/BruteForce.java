package org.freihafen.sandsight;

import org.freihafen.sandtalk.Refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows sign-in per address, as Nextcloud does: every failure doubles the wait of the next attempt,
 * whoever makes it, and too many in a window end in 429 for every account from there, right
 * password or not. A success forgives the failures of that login only.
 */
public final class BruteForce {
    private static final int MOST_ADDRESSES = 10_000;

    private final Limits limits;
    private final InstantSource clock;
    private final Pause pause;
    private final Map<String, List<Failure>> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<Failure>> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    public BruteForce(Limits limits, InstantSource clock, Pause pause) {
        this.limits = limits;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * How long somebody waits, and when nobody is heard any more.
     *
     * @param first half the wait after one failure
     * @param longest where the doubling ends
     * @param most failures in the window beyond which nobody from that address is heard
     */
    public record Limits(Duration first, Duration longest, int most, Duration window) {

        public static Limits asNextcloud() {
            return new Limits(
                    Duration.ofMillis(100), Duration.ofSeconds(25), 10, Duration.ofMinutes(30));
        }

        /** For a sandbox, where everybody comes from one address. */
        public static Limits gentle() {
            return new Limits(
                    Duration.ofMillis(50), Duration.ofSeconds(2), 20, Duration.ofMinutes(1));
        }

        /** Whether an address cannot be shut out for long, as where it is on an allow-list. */
        public boolean allowListed() {
            return !equals(asNextcloud());
        }

        public static Limits none() {
            return new Limits(Duration.ZERO, Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO);
        }
    }

    /** How waiting is done; tests do not wait. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time);
    }

    private record Failure(Instant when, String login) {}

    public void before(String address) {
        Duration wait;
        synchronized (failures) {
            List<Failure> recent = recent(address);
            if (recent.size() > limits.most()) {
                throw new Refusal(
                        429,
                        "OCA\\DAV\\Connector\\Sabre\\Exception\\TooManyRequests",
                        "Reached maximum delay");
            }
            wait = wait(recent.size());
        }
        if (wait.isPositive()) {
            pause.of(wait);
        }
    }

    public void failed(String address, String login) {
        synchronized (failures) {
            recent(address);
            failures.computeIfAbsent(address, any -> new ArrayList<>())
                    .add(new Failure(clock.instant(), login));
        }
    }

    void succeeded(String address, String login) {
        synchronized (failures) {
            List<Failure> known = failures.get(address);
            if (known != null) {
                known.removeIf(failure -> failure.login().equals(login));
            }
        }
    }

    public Duration delay(String address) {
        synchronized (failures) {
            return wait(recent(address).size());
        }
    }

    private List<Failure> recent(String address) {
        List<Failure> known = failures.get(address);
        if (known == null) {
            return List.of();
        }
        Instant since = clock.instant().minus(limits.window());
        known.removeIf(failure -> failure.when().isBefore(since));
        if (known.isEmpty()) {
            failures.remove(address);
        }
        return known;
    }

    private Duration wait(int count) {
        if (count == 0) {
            return Duration.ZERO;
        }
        Duration wait = limits.first().multipliedBy(1L << Math.min(count, 20));
        return wait.compareTo(limits.longest()) > 0 ? limits.longest() : wait;
    }
}
