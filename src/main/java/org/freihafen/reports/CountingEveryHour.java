package org.freihafen.reports;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Counts every hour, so that what a roster did today is in today's numbers. */
@ApplicationScoped
public class CountingEveryHour {
    private static final Logger LOG = Logger.getLogger(CountingEveryHour.class.getName());

    @Inject private Counting counting;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_100) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::count, 1, 60, TimeUnit.MINUTES);
    }

    private void count() {
        try {
            counting.count();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot count people; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
