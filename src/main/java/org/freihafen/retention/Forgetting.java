package org.freihafen.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.retention.Leftovers.Sort;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Deletes what was kept long enough, in small transactions; can be cut off anywhere. */
@Dependent
public class Forgetting {
    private static final int AT_ONCE = 1_000;

    private final Leftovers leftovers;
    private final Keep keep;
    private final InstantSource clock;

    @Inject
    public Forgetting(Leftovers leftovers, Keep keep, InstantSource clock) {
        this.leftovers = leftovers;
        this.keep = keep;
        this.clock = clock;
    }

    /** What was deleted, in rows. */
    public Map<Sort, Integer> forget() {
        Instant now = clock.instant();
        Map<Sort, Integer> deleted = new EnumMap<>(Sort.class);
        keep.after()
                .forEach((sort, after) -> {
                    int rows = forget(sort, now.minus(after));
                    if (rows > 0) {
                        deleted.put(sort, rows);
                    }
                });
        return deleted;
    }

    private int forget(Sort sort, Instant before) {
        int all = 0;
        int rows;
        do {
            rows = leftovers.forget(sort, before, AT_ONCE);
            all += rows;
        } while (rows == AT_ONCE);
        return all;
    }
}
