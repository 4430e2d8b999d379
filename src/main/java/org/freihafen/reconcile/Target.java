package org.freihafen.reconcile;

import java.util.List;

/** Something that is brought into line: a directory, a file cloud, our own database. */
public interface Target<K extends Comparable<K>, V> {
    /**
     * All in scope that carries our mark, and nothing else.
     *
     * @throws TargetUnavailable if any part of it could not be read: half an observation looks like
     *     something to delete
     */
    State<K, V> observe(Scope<K> scope) throws TargetUnavailable;

    /**
     * The last observation is to be relied on: the run that made it goes on to write, and is
     * neither dry nor held. A target that remembers what it saw notes it now, and never while it
     * observes.
     */
    default void believe() {}

    /**
     * Applies the changes in order, as far as one can depend on another, and reports each once.
     * Safe to repeat: a change that is already done is applied again without harm. Throws nothing
     * for a change that fails.
     */
    void apply(List<Change<K, V>> changes, Outcomes<K, V> outcomes);

    /** Hears what came of each change, possibly on another thread, but never two at once. */
    @FunctionalInterface
    interface Outcomes<K extends Comparable<K>, V> {
        void of(Change<K, V> change, Outcome outcome);
    }
}
