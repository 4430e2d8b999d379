package org.freihafen.runs;

import org.freihafen.ids.Ids;
import org.freihafen.reconcile.Ready;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Touched;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One target's queue and the thread that works it off. What is touched while a run goes on is
 * gathered into the next one. What failed is tried again, ever more slowly; nothing is lost by
 * forgetting it, as a full run finds it too.
 */
final class Lane implements Runnable {
    private static final System.Logger LOG = System.getLogger(Lane.class.getName());
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration SLOWEST_RETRY = Duration.ofMinutes(5);

    private final Running<?, ?> running;
    private final Ids ids;
    private final InstantSource clock;
    private final Consumer<Order> afterwards;
    private final Ready ready;
    private final Deque<Order> asked = new ArrayDeque<>();
    private final Object oneAtATime = new Object();
    private Touched touched = Touched.NOTHING;
    private boolean full;
    private Touched failed = Touched.NOTHING;
    private boolean failedFull;
    private boolean stopped;
    private Duration retry = FIRST_RETRY;
    private Instant notBefore = Instant.EPOCH;

    /**
     * Begins with nothing to do.
     *
     * @param ready what the first run waits for
     * @param afterwards hears each order that was worked off, for the targets that build on this
     *     one
     */
    Lane(
            Running<?, ?> running,
            Ids ids,
            InstantSource clock,
            Ready ready,
            Consumer<Order> afterwards) {
        this.running = running;
        this.ids = ids;
        this.clock = clock;
        this.ready = ready;
        this.afterwards = afterwards;
    }

    String target() {
        return running.target();
    }

    synchronized void touched(Touched more) {
        touched = touched.and(more);
        notifyAll();
    }

    synchronized void everything() {
        full = true;
        notifyAll();
    }

    synchronized void ask(Order order) {
        asked.add(order);
        notifyAll();
    }

    /** Whether there is anything new to do; what failed before is nothing new. */
    synchronized boolean busy() {
        return full || !touched.isNothing() || !asked.isEmpty();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** Waits its turn: no run that began before writes after it. */
    void takeOver() throws TargetUnavailable {
        synchronized (oneAtATime) {
            running.takeOver();
        }
    }

    @Override
    public void run() {
        try {
            ready.await();
            for (Optional<Order> next = next(); next.isPresent(); next = next()) {
                workOff(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever breaks, such as the database for a moment, the lane goes on. */
    private void workOff(Order order) {
        try {
            Run run;
            synchronized (oneAtATime) {
                run = running.run(order);
            }
            settle(order, run.phase().comesAgain());
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "run " + order.id() + " over " + target(), e);
            settle(order, true);
        }
        afterwards.accept(order);
    }

    private synchronized void settle(Order order, boolean broken) {
        boolean ofOurs = !order.dryRun() && order.approvedHash().isEmpty();
        if (broken && ofOurs) {
            order.touched().ifPresentOrElse(t -> failed = failed.and(t), () -> failedFull = true);
            notBefore = clock.instant().plus(retry);
            Duration doubled = retry.multipliedBy(2);
            retry = doubled.compareTo(SLOWEST_RETRY) > 0 ? SLOWEST_RETRY : doubled;
        } else if (!broken && failed.isNothing() && !failedFull) {
            retry = FIRST_RETRY;
        }
    }

    private synchronized Optional<Order> next() throws InterruptedException {
        while (!stopped) {
            if (!asked.isEmpty()) {
                return Optional.of(asked.remove());
            }
            if (full || !touched.isNothing()) {
                return Optional.of(fresh());
            }
            boolean again = failedFull || !failed.isNothing();
            long waitMillis = Duration.between(clock.instant(), notBefore).toMillis();
            if (again && waitMillis <= 0) {
                return Optional.of(again());
            }
            wait(again ? waitMillis : 0);
        }
        return Optional.empty();
    }

    /** What was touched since; it does not wait for what failed. A full run covers that too. */
    private Order fresh() {
        Order order = full ? Order.full(ids.run()) : Order.scoped(ids.run(), touched);
        if (full) {
            failed = Touched.NOTHING;
            failedFull = false;
        }
        full = false;
        touched = Touched.NOTHING;
        return order;
    }

    private Order again() {
        Order order = failedFull ? Order.full(ids.run()) : Order.scoped(ids.run(), failed);
        failed = Touched.NOTHING;
        failedFull = false;
        return order;
    }
}
