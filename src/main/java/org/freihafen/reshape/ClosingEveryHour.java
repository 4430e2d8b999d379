package org.freihafen.reshape;

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

/** Looks every hour whether anything is over that an ended unit still held. */
@ApplicationScoped
public class ClosingEveryHour {
    private static final Logger LOG = Logger.getLogger(ClosingEveryHour.class.getName());

    @Inject private ClosingEndings closing;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::close, 3, 60, TimeUnit.MINUTES);
    }

    private void close() {
        try {
            closing.close();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot close what ended units held; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
