package org.freihafen.drift;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.freihafen.hourly.OneByOne;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every hour whether something done by hand waits for a word. */
@ApplicationScoped
public class TellingEveryHour {
    private static final Logger LOG = Logger.getLogger(TellingEveryHour.class.getName());
    private static final OneByOne ALONE =
            new OneByOne(LOG, "cannot tell the leads of a unit what was done by hand");

    @Inject private TellingOfDrift telling;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::look, 7, 60, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            ALONE.each(telling.wanted(), telling::tell);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot tell what was done by hand; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
