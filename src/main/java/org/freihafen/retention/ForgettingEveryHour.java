package org.freihafen.retention;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.freihafen.enrolment.Enrolling;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes every hour what was kept long enough, and discards rosters that waited too long. */
@ApplicationScoped
public class ForgettingEveryHour {
    private static final Logger LOG = Logger.getLogger(ForgettingEveryHour.class.getName());

    @Inject private Forgetting forgetting;
    @Inject private Enrolling enrolling;
    @Inject private Retention retention;
    @Inject private InstantSource clock;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::forget, 5, 60, TimeUnit.MINUTES);
    }

    private void forget() {
        try {
            enrolling.discardOlder(clock.instant().minus(retention.waitingRosters()));
            Map<Leftovers.Sort, Integer> deleted = forgetting.forget();
            if (!deleted.isEmpty()) {
                LOG.log(Level.INFO, "deleted what was kept long enough, in rows: {0}", deleted);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot delete what was kept long enough; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
