package org.freihafen.runs;

import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Saying;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of the reconciler over one target, as it stands or as it ended.
 *
 * @param full over the whole target; otherwise over what had changed
 * @param hash of its plan, once there is one
 * @param losses why a plan is held
 * @param message one sentence for an administrator where something failed
 */
public record Run(
        RunId id,
        String target,
        boolean full,
        boolean dryRun,
        Phase phase,
        Instant started,
        Optional<Instant> ended,
        Counts counts,
        Optional<String> hash,
        List<Loss> losses,
        Optional<Saying> message) {

    /** Where a run stands. */
    public enum Phase {
        WAITING,
        OBSERVING,
        APPLYING,
        DONE,
        /** Planned without applying: a dry run, or read-only mode. */
        PLANNED,
        /** Waits for a person's approval. */
        HELD,
        /**
         * What could be done is done; the rest the target is not ready for, and it comes by itself.
         */
        POSTPONED,
        /** The target could not be read, or something broke; it is tried again by itself. */
        FAILED,
        /** The server stopped in the middle; the next run went on from what was there. */
        INTERRUPTED;

        public boolean over() {
            return switch (this) {
                case WAITING, OBSERVING, APPLYING -> false;
                case DONE, PLANNED, HELD, POSTPONED, FAILED, INTERRUPTED -> true;
            };
        }

        /** Whether what is left is tried again by itself. */
        public boolean comesAgain() {
            return this == POSTPONED || this == FAILED;
        }
    }

    /**
     * How many changes are planned, and what came of them so far.
     *
     * @param notYet what the target is not ready for; it comes by itself
     * @param unexplained what the target has of ours that we know nothing of; left alone
     */
    public record Counts(
            int planned, int applied, int refused, int notYet, int unavailable, int unexplained) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        public int settled() {
            return applied + refused + notYet + unavailable;
        }
    }

    public static Run waiting(RunId id, String target, boolean full, boolean dryRun, Instant now) {
        return new Run(
                id,
                target,
                full,
                dryRun,
                Phase.WAITING,
                now,
                Optional.empty(),
                Counts.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public Run in(Phase newPhase) {
        return new Run(
                id, target, full, dryRun, newPhase, started, ended, counts, hash, losses, message);
    }

    public Run planned(String planHash, Counts newCounts) {
        return new Run(
                id,
                target,
                full,
                dryRun,
                phase,
                started,
                ended,
                newCounts,
                Optional.of(planHash),
                losses,
                message);
    }

    Run counting(Counts newCounts) {
        return new Run(
                id, target, full, dryRun, phase, started, ended, newCounts, hash, losses, message);
    }

    Run heldFor(List<Loss> reasons) {
        return new Run(
                id,
                target,
                full,
                dryRun,
                Phase.HELD,
                started,
                ended,
                counts,
                hash,
                reasons,
                message);
    }

    Run saying(Saying sentence) {
        return new Run(
                id,
                target,
                full,
                dryRun,
                phase,
                started,
                ended,
                counts,
                hash,
                losses,
                Optional.of(sentence));
    }

    Run endedAt(Instant now) {
        return new Run(
                id,
                target,
                full,
                dryRun,
                phase,
                started,
                Optional.of(now),
                counts,
                hash,
                losses,
                message);
    }
}
