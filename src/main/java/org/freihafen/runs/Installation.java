package org.freihafen.runs;

import org.freihafen.reconcile.Epoch;

/** Which installation this is, and its rising epoch; both live in the database. */
public interface Installation {
    Epoch epoch();

    /** Raises the number by one, durably, and gives the new one. */
    Epoch raise();

    /**
     * Raises the number above another's, after an administrator decided that we go on from there.
     */
    void follow(Epoch other);
}
