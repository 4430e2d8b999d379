package org.freihafen.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.Ids;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Saying;
import org.freihafen.runs.Run.Counts;
import org.freihafen.runs.Run.Phase;
import org.freihafen.runs.RunLine.Result;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What every {@link Runs} keeps. */
public abstract class RunsContract {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00.123456Z");

    private final Ids ids = new Ids(() -> NOON, new Random(1));

    protected abstract Runs runs();

    private Run waiting(boolean full) {
        return Run.waiting(ids.run(), "ldap", full, false, NOON);
    }

    @Test
    void a_run_is_found_as_far_as_it_has_come() {
        Runs runs = runs();
        Run waiting = waiting(true);
        runs.save(waiting);
        assertThat(runs.byId(waiting.id())).contains(waiting);
        Run held =
                waiting.planned("ab".repeat(32), new Counts(30, 1, 2, 3, 4, 5))
                        .heldFor(
                                List.of(
                                        new Loss("suspension", "", 400, 5000),
                                        new Loss("member", "AG Umwelt", 7, 9)))
                        .saying(Saying.of("run.changed"))
                        .endedAt(NOON.plusMillis(5));
        runs.save(held);
        assertThat(runs.byId(waiting.id())).contains(held);
        Run done = held.in(Phase.DONE);
        runs.save(done);
        assertThat(runs.byId(waiting.id())).contains(done);
        assertThat(runs.byId(ids.run())).isEmpty();
    }

    @Test
    void the_newest_runs_of_a_target_come_first() {
        Runs runs = runs();
        Run first = waiting(true);
        Run second = waiting(false);
        Run third = waiting(true);
        Run elsewhere = Run.waiting(ids.run(), "working", true, true, NOON);
        List.of(second, third, first, elsewhere).forEach(runs::save);
        assertThat(runs.of("ldap", 2)).containsExactly(third, second);
        assertThat(runs.of("working", 9)).containsExactly(elsewhere);
        assertThat(runs.of("board", 9)).isEmpty();
    }

    @Test
    void a_plan_is_held_until_a_later_full_run_is_carried_out() {
        Runs runs = runs();
        assertThat(runs.held("ldap")).isEmpty();
        Run held = waiting(true).heldFor(List.of(new Loss("suspension", "", 9, 9)));
        runs.save(held);
        runs.save(waiting(false).in(Phase.DONE));
        runs.save(waiting(true).in(Phase.FAILED));
        assertThat(runs.held("ldap")).contains(held);
        assertThat(runs.held("working")).isEmpty();
        Run later = waiting(true).heldFor(List.of(new Loss("suspension", "", 8, 9)));
        runs.save(later);
        assertThat(runs.held("ldap")).contains(later);
        runs.save(waiting(true).in(Phase.DONE));
        assertThat(runs.held("ldap")).isEmpty();
    }

    @Test
    void lines_are_replaced_and_come_page_by_page() {
        Runs runs = runs();
        Run run = waiting(true);
        runs.save(run);
        runs.lines(run.id(), List.of(line(1, Result.PLANNED), line(2, Result.PLANNED)));
        List<RunLine> lines =
                List.of(
                        line(1, Result.APPLIED),
                        new RunLine(
                                2,
                                Saying.of("group.change", "AG „Meer“, Küste")
                                        .with(Saying.of("joining", 3), Saying.of("leaving", 1)),
                                Result.REFUSED,
                                Optional.of(Saying.of("ldap.full").quoting("no space"))),
                        line(3, Result.UNAVAILABLE));
        runs.lines(run.id(), lines);
        assertThat(runs.lines(run.id(), 0, 10)).isEqualTo(lines);
        assertThat(runs.lines(run.id(), 1, 1)).containsExactly(lines.get(1));
        assertThat(runs.lines(new RunId(ids.next()), 0, 10)).isEmpty();
    }

    private static RunLine line(int number, Result result) {
        return new RunLine(
                number, Saying.of("group.make", "AG " + number), result, Optional.empty());
    }

    @Test
    void a_stopped_server_leaves_nothing_that_looks_as_if_it_ran() {
        Runs runs = runs();
        for (Phase phase : Phase.values()) {
            runs.save(waiting(true).in(phase));
        }
        runs.interruptUnfinished();
        assertThat(runs.of("ldap", 20))
                .extracting(Run::phase)
                .containsExactlyInAnyOrder(
                        Phase.INTERRUPTED,
                        Phase.INTERRUPTED,
                        Phase.INTERRUPTED,
                        Phase.INTERRUPTED,
                        Phase.DONE,
                        Phase.PLANNED,
                        Phase.HELD,
                        Phase.POSTPONED,
                        Phase.FAILED);
    }
}
