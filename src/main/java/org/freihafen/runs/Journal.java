package org.freihafen.runs;

import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Finding;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Reconciliation;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Target;
import org.freihafen.runs.Run.Counts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts what came of each change and keeps the lines worth showing: the first thousand, and after
 * them only what failed. Stores the counts about twice a second, so that progress can be watched.
 */
final class Journal<K extends Comparable<K>, V> implements Target.Outcomes<K, V> {
    private static final int SHOWN = 1_000;
    private static final int FAILURES_SHOWN = 1_000;
    private static final int UNEXPLAINED_SHOWN = 1_000;
    private static final Duration PACE = Duration.ofMillis(500);

    private final Reconciliation<K, V> of;
    private final Runs runs;
    private final InstantSource clock;
    private final List<RunLine> lines = new ArrayList<>();
    private Run run;
    private Instant stored;
    private int applied;
    private int refused;
    private int notYet;
    private int unavailable;
    private Optional<Saying> lastFailure = Optional.empty();

    Journal(Reconciliation<K, V> of, Run run, Runs runs, InstantSource clock) {
        this.of = of;
        this.run = run;
        this.runs = runs;
        this.clock = clock;
        this.stored = clock.instant();
    }

    @Override
    public synchronized void of(Change<K, V> change, Outcome outcome) {
        switch (outcome) {
            case Outcome.Applied() -> {
                applied++;
                if (lines.size() < SHOWN) {
                    add(change, RunLine.Result.APPLIED, Optional.empty());
                }
            }
            case Outcome.Refused(Saying reason) -> {
                refused++;
                failed(change, RunLine.Result.REFUSED, reason);
            }
            case Outcome.NotYet(Saying reason) -> {
                notYet++;
                failed(change, RunLine.Result.NOT_YET, reason);
            }
            case Outcome.Unavailable(Saying reason) -> {
                unavailable++;
                failed(change, RunLine.Result.UNAVAILABLE, reason);
            }
        }
        Instant now = clock.instant();
        if (Duration.between(stored, now).compareTo(PACE) >= 0) {
            stored = now;
            runs.save(run());
        }
    }

    private void failed(Change<K, V> change, RunLine.Result result, Saying reason) {
        if (result != RunLine.Result.NOT_YET || lastFailure.isEmpty()) {
            lastFailure = Optional.of(reason);
        }
        if (refused + notYet + unavailable <= FAILURES_SHOWN) {
            add(change, result, Optional.of(reason));
        }
    }

    private void add(Change<K, V> change, RunLine.Result result, Optional<Saying> reason) {
        lines.add(new RunLine(lines.size() + 1, of.describe(change), result, reason));
    }

    /** The run with the counts so far. */
    synchronized Run run() {
        Counts before = run.counts();
        run =
                run.counting(
                        new Counts(
                                before.planned(),
                                applied,
                                refused,
                                notYet,
                                unavailable,
                                before.unexplained()));
        return run;
    }

    /** What came of the changes, and then what the plan could not explain. */
    synchronized List<RunLine> lines(Plan<K, V> plan) {
        List<RunLine> all = new ArrayList<>(lines);
        addUnexplained(all, of, plan);
        return all;
    }

    synchronized Optional<Saying> lastFailure() {
        return lastFailure;
    }

    /** The lines of a plan that is only shown. */
    static <K extends Comparable<K>, V> List<RunLine> shown(
            Reconciliation<K, V> of, Plan<K, V> plan) {
        List<RunLine> lines = new ArrayList<>();
        plan.changes().stream()
                .limit(SHOWN)
                .forEach(change -> add(lines, of.describe(change), RunLine.Result.PLANNED));
        addUnexplained(lines, of, plan);
        return lines;
    }

    private static <K extends Comparable<K>, V> void addUnexplained(
            List<RunLine> lines, Reconciliation<K, V> of, Plan<K, V> plan) {
        int most = lines.size() + UNEXPLAINED_SHOWN;
        plan.unexplained()
                .forEach((key, observed) -> {
                    if (lines.size() < most) {
                        Finding finding = of.finding(key, observed);
                        lines.add(
                                new RunLine(
                                        lines.size() + 1,
                                        finding.text(),
                                        RunLine.Result.UNEXPLAINED,
                                        finding.why()));
                    }
                });
    }

    private static void add(List<RunLine> lines, Saying text, RunLine.Result result) {
        lines.add(new RunLine(lines.size() + 1, text, result, Optional.empty()));
    }
}
