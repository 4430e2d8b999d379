package org.freihafen.runs;

import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Finding;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Marked;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Reconciliation;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Target;
import org.freihafen.reconcile.Touched;

import java.util.List;

/**
 * A reconciliation that asks and tells the database in one transaction each time; the target is
 * reached outside of any.
 */
record ReadInOneTransaction<K extends Comparable<K>, V>(Reconciliation<K, V> of, Reading reading)
        implements Reconciliation<K, V> {
    @Override
    public String name() {
        return of.name();
    }

    @Override
    public Target<K, V> target() {
        return of.target();
    }

    @Override
    public Marked mark() {
        return of.mark();
    }

    @Override
    public State<K, V> desired(Scope<K> scope) {
        return reading.read(() -> of.desired(scope));
    }

    @Override
    public State<K, V> desired(Scope<K> scope, State<K, V> observed) {
        return reading.read(() -> of.desired(scope, observed));
    }

    @Override
    public void believe(RunId run) {
        of.believe(run);
    }

    @Override
    public void settled(Change<K, V> change, Outcome outcome) {
        of.settled(change, outcome);
    }

    @Override
    public List<Loss> losses(Plan<K, V> plan, State<K, V> observed) {
        return of.losses(plan, observed);
    }

    @Override
    public boolean lasting(K key) {
        return of.lasting(key);
    }

    @Override
    public Scope<K> touchedBy(Touched touched) {
        return reading.read(() -> of.touchedBy(touched));
    }

    @Override
    public Saying describe(Change<K, V> change) {
        return of.describe(change);
    }

    @Override
    public Finding finding(K key, V observed) {
        return of.finding(key, observed);
    }

    @Override
    public void reserve(State<K, V> unexplained) {
        reading.run(() -> of.reserve(unexplained));
    }
}
