package org.freihafen.asking;

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

/** Looks every hour whether a request has waited too long. */
@ApplicationScoped
public class LapsingEveryHour {
    private static final Logger LOG = Logger.getLogger(LapsingEveryHour.class.getName());
    private static final OneByOne ALONE =
            new OneByOne(LOG, "cannot end a request that nobody answered");

    @Inject private Lapsing lapsing;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::lapse, 4, 60, TimeUnit.MINUTES);
    }

    private void lapse() {
        try {
            ALONE.each(lapsing.due(), lapsing::lapse);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot end requests that nobody answered; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
