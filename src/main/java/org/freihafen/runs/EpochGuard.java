package org.freihafen.runs;

import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Marked;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps a restored backup from destroying newer reality: before anything is written to a target, it
 * must hold no epoch, or one of ours that is not newer than what our database knows. Our epoch is
 * raised before a full run writes, and before a scoped one if that was more than ten minutes ago.
 */
final class EpochGuard {
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(10);

    private final Marked mark;
    private final Installation installation;
    private final InstantSource clock;
    private Instant raised = Instant.EPOCH;
    private boolean asked;
    private Optional<Saying> objection = Optional.empty();
    private boolean ofOurs = true;

    EpochGuard(Marked mark, Installation installation, InstantSource clock) {
        this.mark = mark;
        this.installation = installation;
        this.clock = clock;
    }

    /** Why nothing may be written; empty if it may. Asks the target anew before each full run. */
    synchronized Optional<Saying> objection(boolean full) throws TargetUnavailable {
        if (full || !asked) {
            objection = ask();
            asked = true;
        }
        return objection;
    }

    private Optional<Saying> ask() throws TargetUnavailable {
        Epoch ours = installation.epoch();
        Optional<Epoch> theirs = mark.epoch();
        ofOurs = theirs.isEmpty() || theirs.get().instance().equals(ours.instance());
        if (theirs.isEmpty() || ours.mayFollow(theirs.get())) {
            return Optional.empty();
        }
        return Optional.of(
                ofOurs
                        ? Saying.of("epoch.newer", theirs.get().number(), ours.number())
                        : Saying.of("epoch.foreign", theirs.get().instance()));
    }

    /** Whether what carries our mark was written by us, be it before a backup was restored. */
    synchronized boolean ofOurs() {
        return ofOurs;
    }

    synchronized boolean due(boolean full) {
        return full || clock.instant().isAfter(raised.plus(OFTEN_ENOUGH));
    }

    synchronized void raise() throws TargetUnavailable {
        mark.leave(installation.raise());
        raised = clock.instant();
    }

    /** An administrator decided that this installation goes on from what the target holds. */
    synchronized void takeOver() throws TargetUnavailable {
        Optional<Epoch> theirs = mark.epoch();
        theirs.ifPresent(installation::follow);
        mark.leave(installation.raise());
        asked = false;
    }
}
