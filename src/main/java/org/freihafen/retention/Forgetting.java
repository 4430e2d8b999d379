package org.freihafen.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.freihafen.retention.Leftovers.Sort;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Deletes what was kept long enough, in small transactions; can be cut off anywhere. */
@Dependent
public class Forgetting {
    private static final int AT_ONCE = 1_000;

    private final Leftovers leftovers;
    private final Retention retention;
    private final InstantSource clock;
    private final Iterable<Expiring> elsewhere;

    @Inject
    public Forgetting(
            Leftovers leftovers,
            Retention retention,
            InstantSource clock,
            @Any Instance<Expiring> elsewhere) {
        this(leftovers, retention, clock, (Iterable<Expiring>) elsewhere);
    }

    public Forgetting(
            Leftovers leftovers,
            Retention retention,
            InstantSource clock,
            Iterable<Expiring> elsewhere) {
        this.leftovers = leftovers;
        this.retention = retention;
        this.clock = clock;
        this.elsewhere = elsewhere;
    }

    /** What was deleted, in rows. */
    public Map<Sort, Integer> forget() {
        Instant now = clock.instant();
        Map<Sort, Integer> deleted = new EnumMap<>(Sort.class);
        for (Sort sort : Sort.values()) {
            int rows = forget(sort, now.minus(retention.after(sort)));
            if (rows > 0) {
                deleted.put(sort, rows);
            }
        }
        return deleted;
    }

    /**
     * How much would be deleted if it were that much later than now, by the names of the table;
     * what other rooms delete is counted too.
     */
    public Map<String, Integer> due(Duration later) {
        Instant then = clock.instant().plus(later);
        Map<String, Integer> due = new HashMap<>();
        for (Sort sort : Sort.values()) {
            due.put(Retention.name(sort), leftovers.due(sort, then.minus(retention.after(sort))));
        }
        elsewhere.forEach(expiring -> due.put(expiring.name(), expiring.due(later)));
        return due;
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
