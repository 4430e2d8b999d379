package org.freihafen.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Safeguard;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Shelf;
import org.freihafen.reconcile.Shelving;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Touched;
import org.freihafen.runs.Run.Phase;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

class RunningTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);
    private static final Map<Integer, String> FIVE = Map.of(1, "a", 2, "b", 3, "c", 4, "d", 5, "e");

    private final Ids ids = new Ids(CLOCK, new SplittableRandom(1));
    private final InMemoryRuns runs = new InMemoryRuns();
    private final InMemoryInstallation installation = new InMemoryInstallation(new UUID(7, 7));

    @Test
    void a_first_run_fills_an_empty_target_and_leaves_our_epoch() throws TargetUnavailable {
        Shelf shelf = new Shelf();

        Run run = running(shelving(shelf, FIVE), false).run(Order.full(ids.run()));

        assertThat(run.phase()).isEqualTo(Phase.DONE);
        assertThat(run.counts().applied()).isEqualTo(5);
        assertThat(shelf.words()).isEqualTo(State.of(FIVE));
        assertThat(shelf.epoch()).contains(installation.epoch());
        assertThat(runs.lines(run.id(), 0, 10)).hasSize(5);
    }

    @Test
    void a_run_with_nothing_to_do_writes_nothing() throws TargetUnavailable {
        Shelf shelf = Shelf.holding(FIVE);

        Run run = running(shelving(shelf, FIVE), false).run(Order.full(ids.run()));

        assertThat(run.phase()).isEqualTo(Phase.DONE);
        assertThat(shelf.applied()).isEmpty();
        assertThat(shelf.epoch()).isEmpty();
    }

    @Test
    void what_was_observed_is_relied_on_only_by_a_run_that_may_write() {
        Shelf shelf = Shelf.holding(FIVE);
        running(shelving(shelf, FIVE), true).run(Order.full(ids.run()));
        running(shelving(shelf, FIVE), false)
                .run(new Order(ids.run(), Optional.empty(), true, Optional.empty()));
        running(shelving(shelf, Map.of()), false).run(Order.full(ids.run()));
        assertThat(shelf.believed()).isZero();

        running(shelving(shelf, FIVE), false).run(Order.full(ids.run()));
        assertThat(shelf.believed()).isEqualTo(1);
    }

    @Test
    void what_nobody_can_explain_is_listed_in_every_full_run_and_left_alone() {
        Shelf shelf = Shelf.holding(FIVE);
        Running<Integer, String> running =
                running(new Shelving(shelf, State.of(Map.of(1, "a", 3, "z", 5, "e")), true), false);
        for (String change : new String[] {"c → z", ""}) {
            Run run = running.run(Order.full(ids.run()));

            assertThat(run.phase()).isEqualTo(Phase.DONE);
            assertThat(runs.lines(run.id(), 0, 10))
                    .filteredOn(line -> line.result() == RunLine.Result.UNEXPLAINED)
                    .extracting(RunLine::text)
                    .map(Saying::toString)
                    .containsExactly("place 2", "place 4");
            assertThat(runs.lines(run.id(), 0, 10)).hasSize(change.isEmpty() ? 2 : 3);
        }
        assertThat(shelf.words().size()).isEqualTo(5);
    }

    @Test
    void a_plan_that_would_empty_the_target_waits_for_approval() {
        Shelf shelf = Shelf.holding(FIVE);
        Running<Integer, String> running = running(shelving(shelf, Map.of()), false);

        Run held = running.run(Order.full(ids.run()));

        assertThat(held.phase()).isEqualTo(Phase.HELD);
        assertThat(held.losses()).singleElement().satisfies(l -> assertThat(l.lost()).isEqualTo(5));
        assertThat(runs.held("shelf")).map(Run::id).contains(held.id());
        assertThat(shelf.applied()).isEmpty();

        Run approved = running.run(approval(held));

        assertThat(approved.phase()).isEqualTo(Phase.DONE);
        assertThat(shelf.words().size()).isZero();
        assertThat(runs.held("shelf")).isEmpty();
    }

    @Test
    void an_approved_plan_is_not_executed_if_what_it_rests_on_has_changed() {
        Shelf shelf = Shelf.holding(FIVE);
        Running<Integer, String> running = running(shelving(shelf, Map.of()), false);
        Run held = running.run(Order.full(ids.run()));
        shelf.somebodyPuts(3, "changed by hand");

        Run approved = running.run(approval(held));

        assertThat(approved.phase()).isEqualTo(Phase.HELD);
        assertThat(approved.message())
                .hasValueSatisfying(m -> assertThat(m).asString().contains("changed"));
        assertThat(approved.hash()).isNotEqualTo(held.hash());
        assertThat(approved.losses()).isEqualTo(held.losses());
        assertThat(shelf.applied()).isEmpty();

        assertThat(running.run(approval(approved)).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void one_refused_change_does_not_stop_the_others() {
        Shelf shelf = new Shelf();
        shelf.refuse(2);

        Run run = running(shelving(shelf, FIVE), false).run(Order.full(ids.run()));

        assertThat(run.phase()).isEqualTo(Phase.DONE);
        assertThat(run.counts().applied()).isEqualTo(4);
        assertThat(run.counts().refused()).isEqualTo(1);
        assertThat(runs.lines(run.id(), 0, 10))
                .filteredOn(line -> line.result() == RunLine.Result.REFUSED)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.reason().map(Saying::toString))
                                .contains("Place 2 is not ours."));
    }

    @Test
    void an_unreachable_target_fails_the_run_with_its_own_sentence() {
        Shelf shelf = Shelf.holding(FIVE);
        shelf.unreachable(true);

        Run run = running(shelving(shelf, Map.of()), false).run(Order.full(ids.run()));

        assertThat(run.phase()).isEqualTo(Phase.FAILED);
        assertThat(run.message()).contains(Shelf.OUT_OF_REACH);
    }

    @Test
    void a_target_that_goes_away_in_the_middle_is_finished_by_the_next_run() {
        Shelf shelf = new Shelf();
        shelf.cutOffAfter(2);
        Running<Integer, String> running = running(shelving(shelf, FIVE), false);

        assertThat(running.run(Order.full(ids.run())).phase()).isEqualTo(Phase.FAILED);
        shelf.cutOffAfter(Integer.MAX_VALUE);
        assertThat(running.run(Order.full(ids.run())).phase()).isEqualTo(Phase.DONE);

        assertThat(shelf.words()).isEqualTo(State.of(FIVE));
    }

    @Test
    void a_dry_run_and_read_only_mode_only_say_what_they_would_do() {
        Shelf shelf = new Shelf();
        Order dry = new Order(ids.run(), Optional.empty(), true, Optional.empty());

        Run dryRun = running(shelving(shelf, FIVE), false).run(dry);
        Run readOnly = running(shelving(shelf, FIVE), true).run(Order.full(ids.run()));

        assertThat(dryRun.phase()).isEqualTo(Phase.PLANNED);
        assertThat(readOnly.phase()).isEqualTo(Phase.PLANNED);
        assertThat(runs.lines(readOnly.id(), 0, 10)).hasSize(5);
        assertThat(shelf.applied()).isEmpty();
    }

    @Test
    void a_scoped_run_touches_only_its_scope() {
        Shelf shelf = new Shelf();
        Touched one = Touched.person(new PersonId(new UUID(1, 1)));

        running(shelving(shelf, FIVE), false).run(Order.scoped(ids.run(), one));

        assertThat(shelf.words()).isEqualTo(State.of(Map.of(1, "a")));
    }

    @Test
    void a_restored_backup_does_not_destroy_newer_reality() {
        Shelf shelf = new Shelf();
        Running<Integer, String> before = running(shelving(shelf, FIVE), false);
        before.run(Order.full(ids.run()));
        installation.restore(0);
        Running<Integer, String> restored = running(shelving(shelf, Map.of(1, "a")), false);

        Run full = restored.run(Order.full(ids.run()));
        Run scoped =
                restored.run(
                        Order.scoped(
                                ids.run(),
                                new Touched(
                                        Set.of(), Set.of(new PersonId(new UUID(2, 2))), Set.of())));

        assertThat(full.phase()).isEqualTo(Phase.HELD);
        assertThat(full.message())
                .hasValueSatisfying(m -> assertThat(m).asString().contains("backup"));
        assertThat(scoped.phase()).isEqualTo(Phase.HELD);
        assertThat(shelf.words()).isEqualTo(State.of(FIVE));
    }

    @Test
    void what_the_target_has_and_we_lack_is_listed_left_alone_and_given_to_nobody()
            throws TargetUnavailable {
        Shelf shelf = Shelf.holding(FIVE);
        Shelving shelving = new Shelving(shelf, State.of(Map.of(1, "x", 3, "c", 5, "e")), true);

        Run dry =
                running(shelving, false)
                        .run(new Order(ids.run(), Optional.empty(), true, Optional.empty()));
        Run done = running(shelving, false).run(Order.full(ids.run()));
        Run nothingToDo = running(shelving, false).run(Order.full(ids.run()));

        for (Run run : List.of(dry, done, nothingToDo)) {
            assertThat(run.counts().unexplained()).isEqualTo(2);
            assertThat(runs.lines(run.id(), 0, 10))
                    .filteredOn(line -> line.result() == RunLine.Result.UNEXPLAINED)
                    .extracting(RunLine::text)
                    .map(Saying::toString)
                    .containsExactly("place 2", "place 4");
        }
        assertThat(shelf.words().get(2)).contains("b");
        assertThat(shelving.reserved()).containsExactlyInAnyOrder("b", "d");
    }

    @Test
    void what_another_installation_left_is_reserved_only_once_it_is_taken_over()
            throws TargetUnavailable {
        Shelf shelf = Shelf.holding(FIVE);
        shelf.leave(new InMemoryInstallation(new UUID(8, 8)).raise());
        Shelving shelving = new Shelving(shelf, State.of(Map.of(1, "a", 3, "c", 5, "e")), true);
        Running<Integer, String> running = running(shelving, false);

        running.run(Order.full(ids.run()));
        assertThat(shelving.reserved()).isEmpty();

        running.takeOver();
        running.run(Order.full(ids.run()));
        assertThat(shelving.reserved()).containsExactlyInAnyOrder("b", "d");
    }

    @Test
    void a_target_of_another_installation_is_left_alone_until_it_is_taken_over()
            throws TargetUnavailable {
        Shelf shelf = Shelf.holding(FIVE);
        InMemoryInstallation other = new InMemoryInstallation(new UUID(8, 8));
        shelf.leave(other.raise());
        Running<Integer, String> running =
                running(shelving(shelf, Map.of(1, "x", 2, "b", 3, "c", 4, "d", 5, "e")), false);

        assertThat(running.run(Order.full(ids.run())).phase()).isEqualTo(Phase.HELD);
        running.takeOver();

        assertThat(running.run(Order.full(ids.run())).phase()).isEqualTo(Phase.DONE);
        assertThat(shelf.words().get(1)).contains("x");
    }

    private Order approval(Run held) {
        RunId id = ids.run();
        return new Order(id, Optional.empty(), false, held.hash());
    }

    private static Shelving shelving(Shelf shelf, Map<Integer, String> desired) {
        return new Shelving(shelf, State.of(desired), false);
    }

    private Running<Integer, String> running(Shelving shelving, boolean readOnly) {
        return new Running<>(
                shelving,
                new Safeguard(Map.of("words", new Limit(1, 10))),
                installation,
                runs,
                () -> readOnly,
                CLOCK);
    }
}
