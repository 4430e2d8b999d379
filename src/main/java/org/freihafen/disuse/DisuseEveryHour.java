package org.freihafen.disuse;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.freihafen.hourly.OneByOne;
import org.freihafen.reconcile.TargetUnavailable;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks every hour who uses their account; what it cannot see for certain, nothing follows from.
 */
@ApplicationScoped
public class DisuseEveryHour {
    private static final Logger LOG = Logger.getLogger(DisuseEveryHour.class.getName());
    private static final OneByOne ALONE = new OneByOne(LOG, "cannot look after an unused account");

    @Inject private LookingForUse looking;
    @Inject private PuttingToRest putting;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_300) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::look, 12, 60, TimeUnit.MINUTES);
    }

    private void look() {
        if (!looking.looks()) {
            return;
        }
        try {
            looking.look();
            ALONE.each(putting.unused(), putting::tell);
            int resting = ALONE.count(putting.due(), putting::rest);
            if (resting > 0) {
                LOG.log(Level.INFO, "{0} unused accounts were put to rest", resting);
            }
        } catch (TargetUnavailable | RuntimeException e) {
            LOG.log(Level.WARNING, "cannot look for unused accounts; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
