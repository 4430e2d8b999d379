package org.freihafen.offering;

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

/** Looks every hour whether grants to people should have ended. */
@ApplicationScoped
public class EndingEveryHour {
    private static final Logger LOG = Logger.getLogger(EndingEveryHour.class.getName());
    private static final OneByOne ALONE =
            new OneByOne(LOG, "cannot end a grant of somebody who left");

    @Inject private EndingPersonal ending;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::end, 5, 60, TimeUnit.MINUTES);
    }

    private void end() {
        try {
            ALONE.each(ending.over(), ending::end);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot end grants of people who left; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
