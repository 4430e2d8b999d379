package org.freihafen.retention;

import org.freihafen.retention.Leftovers.Sort;

import java.time.Duration;
import java.util.Map;

/**
 * How long things are kept after they are over.
 *
 * @param waitingRosters how long a roster waits for approval before it is discarded
 */
public record Keep(Map<Sort, Duration> after, Duration waitingRosters) {
    public Keep {
        after = Map.copyOf(after);
    }

    /** Nothing is kept of a sort that has no time. */
    public Duration after(Sort sort) {
        return after.getOrDefault(sort, Duration.ZERO);
    }
}
