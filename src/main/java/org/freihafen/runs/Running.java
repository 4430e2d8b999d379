package org.freihafen.runs;

import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Reconciler;
import org.freihafen.reconcile.Reconciliation;
import org.freihafen.reconcile.Safeguard;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Verdict;
import org.freihafen.runs.Run.Counts;
import org.freihafen.runs.Run.Phase;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Carries out runs over one target, one at a time, and writes down how they go. */
final class Running<K extends Comparable<K>, V> {
    private static final System.Logger LOG = System.getLogger(Running.class.getName());

    private final Reconciliation<K, V> of;
    private final Reconciler<K, V> reconciler;
    private final EpochGuard epoch;
    private final Runs runs;
    private final BooleanSupplier readOnly;
    private final InstantSource clock;

    Running(
            Reconciliation<K, V> of,
            Safeguard safeguard,
            Installation installation,
            Runs runs,
            BooleanSupplier readOnly,
            InstantSource clock) {
        this.of = of;
        this.reconciler = new Reconciler<>(of, safeguard);
        this.epoch = new EpochGuard(of.mark(), installation, clock);
        this.runs = runs;
        this.readOnly = readOnly;
        this.clock = clock;
    }

    String target() {
        return of.name();
    }

    /** Never throws for what a target does: the run says it. */
    Run run(Order order) {
        Run run =
                Run.waiting(
                                order.id(),
                                of.name(),
                                order.touched().isEmpty(),
                                order.dryRun(),
                                clock.instant())
                        .in(Phase.OBSERVING);
        boolean worthKeeping = run.full() || order.dryRun();
        if (worthKeeping) {
            runs.save(run);
        }
        Run ended;
        try {
            ended = planAndApply(order, run);
        } catch (TargetUnavailable e) {
            ended = run.in(Phase.FAILED).saying(e.why());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "run " + order.id() + " over " + of.name(), e);
            ended =
                    run.in(Phase.FAILED)
                            .saying(
                                    Saying.of(
                                            "run.broke", e.getClass().getSimpleName(), order.id()));
        }
        Run settled = ended.endedAt(clock.instant());
        if (worthKeeping || settled.phase() != Phase.DONE || settled.counts().planned() > 0) {
            runs.save(settled);
        }
        return settled;
    }

    private Run planAndApply(Order order, Run begun) throws TargetUnavailable {
        Scope<K> scope = order.touched().map(of::touchedBy).orElseGet(Scope::everything);
        if (scope instanceof Scope.Only<K> only && only.keys().isEmpty()) {
            return begun.in(Phase.DONE);
        }
        Optional<Saying> objection = epoch.objection(begun.full());
        Reconciler.Planned<K, V> planned = reconciler.plan(scope);
        Plan<K, V> plan = planned.plan();
        if (epoch.ofOurs() && plan.unexplained().size() > 0) {
            of.reserve(plan.unexplained());
        }
        Run run = begun.planned(plan.hash(), counts(plan));
        if (objection.isPresent()) {
            return show(plan, run.in(Phase.HELD).saying(objection.get()));
        }
        if (order.approvedHash().isPresent()) {
            return order.approvedHash().equals(run.hash())
                    ? apply(plan, run)
                    : show(
                            plan,
                            run.heldFor(planned.verdict().losses())
                                    .saying(Saying.of("run.changed")));
        }
        if (order.dryRun() || readOnly.getAsBoolean()) {
            return show(plan, run.in(Phase.PLANNED));
        }
        return switch (planned.verdict()) {
            case Verdict.Safe() -> apply(plan, run);
            case Verdict.NeedsApproval(var losses) -> show(plan, run.heldFor(losses));
        };
    }

    private Run show(Plan<K, V> plan, Run run) {
        runs.save(run);
        runs.lines(run.id(), Journal.shown(of, plan));
        return run;
    }

    private Run apply(Plan<K, V> plan, Run planned) throws TargetUnavailable {
        reconciler.believe(planned.id());
        List<Change<K, V>> changes = plan.changes();
        if (changes.isEmpty()) {
            if (planned.full()) {
                runs.lines(planned.id(), Journal.shown(of, plan));
            }
            return planned.in(Phase.DONE);
        }
        if (epoch.due(planned.full())) {
            epoch.raise();
        }
        Run run = planned.in(Phase.APPLYING);
        runs.save(run);
        Journal<K, V> journal = new Journal<>(of, run, runs, clock);
        reconciler.apply(changes, journal);
        Run done = journal.run();
        runs.lines(run.id(), journal.lines(plan));
        Run settled = done.in(ended(done.counts()));
        return journal.lastFailure().map(settled::saying).orElse(settled);
    }

    private static Phase ended(Counts counts) {
        if (counts.unavailable() > 0) {
            return Phase.FAILED;
        }
        return counts.notYet() > 0 ? Phase.POSTPONED : Phase.DONE;
    }

    private static Counts counts(Plan<?, ?> plan) {
        return new Counts(plan.changes().size(), 0, 0, 0, 0, plan.unexplained().size());
    }

    void takeOver() throws TargetUnavailable {
        epoch.takeOver();
    }
}
