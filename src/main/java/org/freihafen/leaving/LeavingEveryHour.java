package org.freihafen.leaving;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Loss;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every hour whether somebody's day of leaving has come. */
@ApplicationScoped
public class LeavingEveryHour {
    private static final Logger LOG = Logger.getLogger(LeavingEveryHour.class.getName());

    @Inject private LeavingDue leavingDue;
    @Resource private ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> everyHour;

    void start(@Observes @Priority(6_000) Startup startup) {
        everyHour = timer.scheduleAtFixedRate(this::look, 1, 60, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            say(leavingDue.leave());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot look who leaves today; trying again in an hour", e);
        }
    }

    private static void say(LeavingDue.Looked looked) {
        switch (looked) {
            case LeavingDue.Looked.Left(int count, Set<PersonId> staying) -> {
                if (count > 0) {
                    LOG.log(Level.INFO, "{0} people left, as the register had announced", count);
                }
                if (!staying.isEmpty()) {
                    LOG.log(
                            Level.SEVERE,
                            "{0} should have left, but nobody else administers the whole. Give that"
                                    + " duty to somebody who stays, without an end.",
                            staying);
                }
            }
            case LeavingDue.Looked.Held(int due, List<Loss> beyond) ->
                    LOG.log(
                            Level.SEVERE,
                            "{0} people are due to leave, which is beyond freihafen.held.{1}. They"
                                    + " wait until the member office approves, or hands in a roster"
                                    + " with the right days.",
                            new Object[] {due, beyond.getFirst().what()});
        }
    }

    @PreDestroy
    void stop() {
        if (everyHour != null) {
            everyHour.cancel(false);
        }
    }
}
