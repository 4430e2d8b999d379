package org.freihafen.mail;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends once a letter was put down, and every minute whatever waits. One at a time. */
@ApplicationScoped
public class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class.getName());

    @Inject private Sending sending;
    @Resource private ManagedScheduledExecutorService timer;

    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable ScheduledFuture<?> everyMinute;

    void start(@Observes @Priority(6_000) Startup startup) {
        sending.takeUp();
        everyMinute = timer.scheduleWithFixedDelay(this::send, 5, 60, TimeUnit.SECONDS);
    }

    void rung(@Observes(during = TransactionPhase.AFTER_SUCCESS) AfterCommitBell.Rung rung) {
        timer.execute(this::send);
    }

    private void send() {
        turn.lock();
        try {
            int left = sending.send();
            if (left > 0) {
                LOG.log(
                        Level.WARNING,
                        "{0} letters did not go out; the page of letters says why",
                        left);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot look which letters wait; again in a minute", e);
        } finally {
            turn.unlock();
        }
    }

    @PreDestroy
    void stop() {
        if (everyMinute != null) {
            everyMinute.cancel(false);
        }
    }
}
