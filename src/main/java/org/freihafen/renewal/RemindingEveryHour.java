package org.freihafen.renewal;

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

/** Looks every hour whether grants end soon. */
@ApplicationScoped
public class RemindingEveryHour {
    private static final Logger LOG = Logger.getLogger(RemindingEveryHour.class.getName());
    private static final OneByOne ALONE = new OneByOne(LOG, "cannot remind of grants of a unit");

    @Inject private Reminding reminding;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::remind, 6, 60, TimeUnit.MINUTES);
    }

    private void remind() {
        try {
            ALONE.each(reminding.near(), reminding::remind);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot remind of grants that end; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
