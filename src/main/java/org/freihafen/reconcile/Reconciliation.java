package org.freihafen.reconcile;

import org.freihafen.ids.RunId;

import java.util.List;

/**
 * Everything the reconciler needs to know about one target: how to reach it, what it should hold,
 * what a plan would take away from it, and what must never be deleted from it.
 */
public interface Reconciliation<K extends Comparable<K>, V> {
    /** As it stands in configuration and addresses: {@code ldap}, {@code working}. */
    String name();

    Target<K, V> target();

    /** Where our instance id and epoch are left. */
    Marked mark();

    /** A pure function of the database, in the scope. */
    State<K, V> desired(Scope<K> scope);

    /**
     * The desired state where people may decide something in the target itself, such as what their
     * folder is called: {@code observed} says what they decided.
     */
    default State<K, V> desired(Scope<K> scope, State<K, V> observed) {
        return desired(scope);
    }

    /**
     * The last plan goes on to write, and is neither dry nor held: what people decided in the
     * target is taken over, and what was observed is relied on.
     */
    default void believe(RunId run) {
        target().believe();
    }

    /** Hears what came of each change, before the run says it. */
    default void settled(Change<K, V> change, Outcome outcome) {}

    /** What the plan takes away, place by place; {@code observed} is what it was made from. */
    List<Loss> losses(Plan<K, V> plan, State<K, V> observed);

    boolean lasting(K key);

    /** The keys that a change in the units and people named touches. */
    Scope<K> touchedBy(Touched touched);

    /** One change as a line for people: no address, no secret. */
    Saying describe(Change<K, V> change);

    /** What the target has and nothing explains, as a line for people. */
    Finding finding(K key, V observed);

    /**
     * Sees to it that nothing of what the target has and we know nothing of, such as a login name,
     * is given to anybody else.
     */
    default void reserve(State<K, V> unexplained) {}
}
