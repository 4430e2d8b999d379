package org.freihafen.arrival;

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

/** Looks every minute whether somebody can be invited. */
@ApplicationScoped
public class WelcomingInWaves {
    private static final Logger LOG = Logger.getLogger(WelcomingInWaves.class.getName());

    @Inject private Welcoming welcoming;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyMinute;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyMinute = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            int invited = welcoming.inviteNext();
            if (invited > 0) {
                LOG.log(Level.INFO, "{0} people were invited by letter", invited);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot invite anybody now; again in a minute", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyMinute != null) {
            everyMinute.cancel(false);
        }
    }
}
