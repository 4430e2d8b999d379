package org.freihafen.guests;

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

/** Looks every hour whose stay comes to its end. */
@ApplicationScoped
public class GuestsEveryHour {
    private static final Logger LOG = Logger.getLogger(GuestsEveryHour.class.getName());
    private static final OneByOne ALONE = new OneByOne(LOG, "cannot look after a guest");

    @Inject private EndingGuests ending;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::look, 2, 60, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            int ended = ALONE.count(ending.due(), ending::look);
            if (ended > 0) {
                LOG.log(Level.INFO, "the stay of {0} guests ended", ended);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot look after guests; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
