package org.freihafen.reconcile;

import org.freihafen.ids.RunId;

import java.util.List;

/**
 * Observes, compares, plans, guards and applies, the same way for every target. A run is planned by
 * {@link #plan} and carried out by {@link #apply}; an approved plan is carried out by planning
 * again and comparing hashes, so that it is executed exactly or not at all.
 */
public final class Reconciler<K extends Comparable<K>, V> {
    private final Reconciliation<K, V> of;
    private final Safeguard safeguard;

    public Reconciler(Reconciliation<K, V> of, Safeguard safeguard) {
        this.of = of;
        this.safeguard = safeguard;
    }

    /** A plan with the judgement on it. */
    public record Planned<K extends Comparable<K>, V>(Plan<K, V> plan, Verdict verdict) {}

    /**
     * Observes and plans, and changes nothing.
     *
     * @throws TargetUnavailable if the target could not be observed whole; then nothing is planned
     */
    public Planned<K, V> plan(Scope<K> scope) throws TargetUnavailable {
        State<K, V> observed = of.target().observe(scope);
        Plan<K, V> plan = Plan.between(observed, of.desired(scope, observed), of::lasting);
        return new Planned<>(plan, safeguard.judge(of.losses(plan, observed)));
    }

    /** Called before anything is applied, also when nothing is to be changed. */
    public void believe(RunId run) {
        of.believe(run);
    }

    public void apply(List<Change<K, V>> changes, Target.Outcomes<K, V> outcomes) {
        of.target()
                .apply(
                        changes,
                        (change, outcome) -> {
                            of.settled(change, outcome);
                            outcomes.of(change, outcome);
                        });
    }
}
