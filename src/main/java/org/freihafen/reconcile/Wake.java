package org.freihafen.reconcile;

/**
 * Wakes the loop after the transaction of a use case has committed; a lost call costs only time.
 */
public interface Wake {
    void touched(Touched touched);

    /** Much changed: a full run of every target. */
    void everything();
}
