package org.freihafen.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Ready;
import org.freihafen.reconcile.Safeguard;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Shelf;
import org.freihafen.reconcile.Shelving;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Touched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class LaneTest {
    private final Shelf shelf = new Shelf();
    private final InMemoryRuns runs = new InMemoryRuns();
    private final BlockingQueue<Order> worked = new LinkedBlockingQueue<>();
    private final Shelving shelving = new Shelving(shelf, State.of(Map.of(1, "a", 2, "b")), false);
    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock, new Random(1));
    private final CountDownLatch inTheMiddle = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean slow;
    private final Lane lane = lane(() -> {});
    private final Thread thread = Thread.ofPlatform().daemon().start(lane);

    private Lane lane(Ready ready) {
        return new Lane(
                new Running<>(
                        shelving,
                        new Safeguard(Map.of("words", new Limit(9, 100))),
                        new InMemoryInstallation(new UUID(1, 1)),
                        runs,
                        this::readOnly,
                        clock),
                ids,
                clock,
                ready,
                worked::add);
    }

    @AfterEach
    void end() throws InterruptedException {
        lane.stop();
        thread.join(Duration.ofSeconds(5));
    }

    @Test
    void what_is_touched_is_brought_into_line() throws InterruptedException {
        lane.touched(people(1));

        next();

        assertThat(shelf.words()).isEqualTo(State.of(Map.of(1, "a")));
    }

    @Test
    void a_target_is_not_asked_before_it_answers() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        Lane waiting = lane(answers::await);
        Thread its = Thread.ofPlatform().daemon().start(waiting);
        waiting.everything();
        assertThat(worked.poll(300, TimeUnit.MILLISECONDS)).isNull();

        answers.countDown();
        next();
        assertThat(shelf.words().size()).isEqualTo(2);
        waiting.stop();
        its.join(Duration.ofSeconds(5));
    }

    @Test
    void what_failed_is_tried_again_by_itself() throws InterruptedException {
        shelf.unreachable(true);
        lane.everything();
        next();
        shelf.unreachable(false);

        Instant failedAt = clock.instant();
        next();

        assertThat(shelf.words().size()).isEqualTo(2);
        assertThat(Duration.between(failedAt, clock.instant())).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void what_is_touched_afresh_does_not_wait_for_what_failed() throws InterruptedException {
        shelf.unreachable(true);
        for (int failures = 0; failures < 6; failures++) {
            lane.touched(people(2));
            next();
        }
        shelf.unreachable(false);

        lane.touched(people(1));
        next();

        assertThat(shelf.words().get(1)).contains("a");
    }

    @Test
    void a_bug_in_a_run_does_not_end_the_lane() throws InterruptedException {
        shelving.breakDown(true);
        lane.touched(people(1));
        next();
        shelving.breakDown(false);

        lane.touched(people(1));
        next();

        assertThat(shelf.words().get(1)).contains("a");
    }

    @Test
    void clouds_run_over_everything_once_the_directory_has_caught_up() throws InterruptedException {
        AtomicBoolean behind = new AtomicBoolean(true);
        PassingOn passingOn = new PassingOn(List.of(lane), behind::get);

        passingOn.accept(Order.full(ids.run()));
        assertThat(worked.poll(300, TimeUnit.MILLISECONDS)).isNull();
        passingOn.accept(Order.scoped(ids.run(), people(1)));
        Order scoped = next();
        behind.set(false);
        passingOn.accept(Order.scoped(ids.run(), Touched.NOTHING));
        Order full = next();

        assertThat(scoped.touched()).isPresent();
        assertThat(full.touched()).isEmpty();
    }

    @Test
    void a_dry_run_over_the_directory_does_not_swallow_what_the_clouds_are_owed()
            throws InterruptedException {
        AtomicBoolean behind = new AtomicBoolean(true);
        PassingOn passingOn = new PassingOn(List.of(lane), behind::get);

        passingOn.accept(Order.full(ids.run()));
        behind.set(false);
        passingOn.accept(new Order(ids.run(), Optional.empty(), true, Optional.empty()));

        assertThat(next().touched()).isEmpty();
    }

    @Test
    void what_a_target_is_not_ready_for_comes_by_itself() throws InterruptedException {
        shelf.notReadyFor(2);
        lane.everything();
        next();
        Run first = runs.of(shelving.name(), 1).getFirst();
        shelf.readyFor(2);
        next();

        assertThat(first.phase()).isEqualTo(Run.Phase.POSTPONED);
        assertThat(first.counts().notYet()).isEqualTo(1);
        assertThat(first.message()).contains(Saying.of("cloud.group-unknown", "shelf", "2"));
        assertThat(shelf.words().size()).isEqualTo(2);
    }

    @Test
    void clouds_are_woken_by_whatever_changed_the_directory_but_not_by_a_dry_run()
            throws InterruptedException {
        Order dry = new Order(ids.run(), Optional.empty(), true, Optional.empty());
        Order approved = new Order(ids.run(), Optional.empty(), false, Optional.of("hash"));

        PassingOn passingOn = new PassingOn(List.of(lane), () -> false);
        passingOn.accept(dry);
        assertThat(worked.poll(300, TimeUnit.MILLISECONDS)).isNull();
        passingOn.accept(approved);
        next();

        assertThat(shelf.words().size()).isEqualTo(2);
    }

    @Test
    void a_target_is_taken_over_between_runs_and_never_during_one() throws Exception {
        slow = true;
        lane.touched(people(1));
        assertThat(inTheMiddle.await(10, TimeUnit.SECONDS)).isTrue();
        Thread taking = Thread.ofPlatform().daemon().start(this::takeOver);
        taking.join(Duration.ofMillis(300));
        assertThat(taking.isAlive()).isTrue();
        assertThat(shelf.epoch()).isEmpty();

        goOn.countDown();
        next();
        taking.join(Duration.ofSeconds(10));
        assertThat(shelf.epoch()).contains(new Epoch(new UUID(1, 1), 2));
    }

    private void takeOver() {
        try {
            lane.takeOver();
        } catch (TargetUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked by each run when its plan is made; a slow one stays there until told. */
    private boolean readOnly() {
        if (slow) {
            inTheMiddle.countDown();
            try {
                return !goOn.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return false;
    }

    private Order next() throws InterruptedException {
        return Optional.ofNullable(worked.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    /** The shelf's scope is the place numbered as many as people were touched. */
    private static Touched people(int count) {
        Set<PersonId> people =
                count == 1
                        ? Set.of(new PersonId(new UUID(1, 1)))
                        : Set.of(new PersonId(new UUID(1, 1)), new PersonId(new UUID(2, 2)));
        return new Touched(Set.of(), people, Set.of());
    }
}
