package org.freihafen.runs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.freihafen.ids.Ids;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Ready;
import org.freihafen.reconcile.Reconciliation;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Touched;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps every target in line, each in a lane of its own: the directory's first, and after it the
 * clouds', which learn people and groups from the directory.
 */
@ApplicationScoped
public class Loop implements Lanes {
    @Inject private Targets targets;
    @Inject private Runs runs;
    @Inject private Installation installation;
    @Inject private Reading reading;
    @Inject private RunSettings settings;
    @Inject private Ids ids;
    @Inject private InstantSource clock;
    @Inject @Any private Instance<Ready> ready;
    @Resource private ManagedThreadFactory threads;
    @Resource private ManagedScheduledExecutorService timer;

    private final List<Lane> lanes = new ArrayList<>();
    private @Nullable ScheduledFuture<?> fullRuns;

    void start(@Observes @Priority(5_000) Startup startup) {
        runs.interruptUnfinished();
        List<Lane> clouds = new ArrayList<>();
        for (Reconciliation<?, ?> cloud : targets.clouds()) {
            clouds.add(lane(cloud, this::awaitReady, _ -> {}));
        }
        PassingOn passingOn =
                new PassingOn(clouds, () -> directory().filter(Lane::busy).isPresent());
        lanes.add(lane(targets.directory(), () -> {}, passingOn));
        lanes.addAll(clouds);
        lanes.forEach(lane -> threads.newThread(lane).start());
        long seconds = settings.every().toSeconds();
        fullRuns = timer.scheduleAtFixedRate(this::everything, 0, seconds, TimeUnit.SECONDS);
    }

    private <K extends Comparable<K>, V> Lane lane(
            Reconciliation<K, V> of, Ready before, Consumer<Order> afterwards) {
        Running<K, V> running =
                new Running<>(
                        new ReadInOneTransaction<>(of, reading),
                        settings.safeguard(),
                        installation,
                        runs,
                        settings::readOnly,
                        clock);
        return new Lane(running, ids, clock, before, afterwards);
    }

    private void awaitReady() throws InterruptedException {
        for (Ready each : ready) {
            each.await();
        }
    }

    void touched(@Observes(during = TransactionPhase.AFTER_SUCCESS) Touched touched) {
        directory().ifPresent(lane -> lane.touched(touched));
    }

    void everything(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) AfterCommit.Everything everything) {
        everything();
    }

    private void everything() {
        directory().ifPresent(Lane::everything);
    }

    private Optional<Lane> directory() {
        return lanes.stream().findFirst();
    }

    @Override
    public List<String> targets() {
        return lanes.stream().map(Lane::target).toList();
    }

    @Override
    public boolean ask(String target, RunId id, boolean dryRun, Optional<String> approvedHash) {
        Optional<Lane> lane = lane(target);
        lane.ifPresent(l -> {
            runs.save(Run.waiting(id, target, true, dryRun, clock.instant()));
            l.ask(new Order(id, Optional.empty(), dryRun, approvedHash));
        });
        return lane.isPresent();
    }

    @Override
    public void takeOver(String target) throws TargetUnavailable {
        Optional<Lane> lane = lane(target);
        if (lane.isPresent()) {
            lane.get().takeOver();
        }
    }

    private Optional<Lane> lane(String target) {
        return lanes.stream().filter(l -> l.target().equals(target)).findFirst();
    }

    @PreDestroy
    void stop() {
        if (fullRuns != null) {
            fullRuns.cancel(false);
        }
        lanes.forEach(Lane::stop);
    }
}
