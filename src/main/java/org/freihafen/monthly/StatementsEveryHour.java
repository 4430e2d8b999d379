package org.freihafen.monthly;

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

/** Looks every hour whether a month is over, and brings what waits where it belongs. */
@ApplicationScoped
public class StatementsEveryHour {
    private static final Logger LOG = Logger.getLogger(StatementsEveryHour.class.getName());
    private static final OneByOne ALONE = new OneByOne(LOG, "cannot deliver a statement");

    @Inject private DrawingUp drawingUp;
    @Inject private Delivering delivering;
    @Inject private MonthlyStatements statements;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_200) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::look, 9, 60, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            drawingUp.drawUp();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot draw up statements; again in an hour", e);
        }
        try {
            ALONE.each(statements.open(), delivering::deliver);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot deliver statements; again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
