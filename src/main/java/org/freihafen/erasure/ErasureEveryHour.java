package org.freihafen.erasure;

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

/** Looks every hour whom to remind and whom to erase. */
@ApplicationScoped
public class ErasureEveryHour {
    private static final Logger LOG = Logger.getLogger(ErasureEveryHour.class.getName());
    private static final OneByOne ALONE =
            new OneByOne(LOG, "cannot remind or erase somebody who left");

    @Inject private Erasing erasing;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::look, 3, 60, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            erasing.catchUp();
            int steps = together() + ALONE.count(erasing.due(), erasing::step);
            if (steps > 0) {
                LOG.log(Level.INFO, "{0} people who left were reminded or erased", steps);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot remind or erase people who left; again in an hour", e);
        }
    }

    /** Whoever cannot be erased holds up the others only until they are taken one by one. */
    private int together() {
        try {
            return erasing.eraseDue();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot erase all together; going on one by one", e);
            return 0;
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
