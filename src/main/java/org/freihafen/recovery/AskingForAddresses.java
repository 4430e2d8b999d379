package org.freihafen.recovery;

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

/** Looks every few minutes whose address is new, and asks some of them. */
@ApplicationScoped
public class AskingForAddresses {
    private static final Logger LOG = Logger.getLogger(AskingForAddresses.class.getName());
    private static final int AT_ONCE = 20;

    @Inject private Recovering recovering;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyFewMinutes;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyFewMinutes = timer.scheduleWithFixedDelay(this::look, 2, 5, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            int asked = recovering.askNext(AT_ONCE);
            if (asked > 0) {
                LOG.log(Level.INFO, "{0} people were asked to confirm a new address", asked);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot ask for addresses now; again in five minutes", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyFewMinutes != null) {
            everyFewMinutes.cancel(false);
        }
    }
}
