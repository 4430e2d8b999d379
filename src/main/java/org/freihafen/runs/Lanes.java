package org.freihafen.runs;

import org.freihafen.ids.RunId;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.List;
import java.util.Optional;

/** The queues of all targets, as far as a person may put something into them. */
public interface Lanes {
    List<String> targets();

    /** Queues a run; false if there is no such target. */
    boolean ask(String target, RunId id, boolean dryRun, Optional<String> approvedHash);

    /**
     * Goes on from what the target holds.
     *
     * @throws TargetUnavailable if it could not be written to
     */
    void takeOver(String target) throws TargetUnavailable;
}
