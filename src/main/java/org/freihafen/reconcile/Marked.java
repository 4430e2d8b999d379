package org.freihafen.reconcile;

import java.util.Optional;

/** A target in which we leave our instance id and epoch. */
public interface Marked {
    /**
     * What the target holds; empty in a target that nobody has written to.
     *
     * @throws TargetUnavailable if it could not be read
     */
    Optional<Epoch> epoch() throws TargetUnavailable;

    /**
     * Writes the mark.
     *
     * @throws TargetUnavailable if it could not be written
     */
    void leave(Epoch epoch) throws TargetUnavailable;
}
