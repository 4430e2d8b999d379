package org.freihafen.enrolment;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A membership export that was read. While it waits, what it says is kept; once it is approved, the
 * steps of its plan; after a while only that it was there and what came of it.
 *
 * @param by who read it; empty if Freihafen itself did
 * @param lines how many people it lists
 * @param problems how many problems its lines have; known of one that was approved, and in a report
 * @param counts how many changes of each kind it makes; likewise, for that changes with what is
 *     known already
 * @param first who approved a dangerous one and waits for a second person
 * @param approvedBy who approved it in the end
 */
public record Roster(
        RosterId id,
        Instant at,
        Optional<PersonId> by,
        String profile,
        String encoding,
        Stage stage,
        int lines,
        int problems,
        Map<RosterChange.Kind, Integer> counts,
        Progress progress,
        Optional<First> first,
        Optional<PersonId> approvedBy) {
    public Roster {
        counts = Map.copyOf(counts);
    }

    public Roster(
            RosterId id,
            Instant at,
            Optional<PersonId> by,
            String profile,
            String encoding,
            Stage stage,
            int lines,
            int problems,
            Map<RosterChange.Kind, Integer> counts) {
        this(
                id,
                at,
                by,
                profile,
                encoding,
                stage,
                lines,
                problems,
                counts,
                Progress.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** How far it has come. */
    public enum Stage {
        WAITING,
        APPLYING,
        /** Somebody stopped it between two steps; it can go on. */
        STOPPED,
        APPLIED,
        DISCARDED
    }

    /**
     * How many of its steps are done.
     *
     * @param leftOut how many of those were left out, because the person had changed meanwhile
     */
    public record Progress(int steps, int done, int leftOut) {
        public static final Progress NONE = new Progress(0, 0, 0);

        public int percent() {
            return steps == 0 ? 0 : (int) (100L * done / steps);
        }
    }

    /** A first approval, of exactly this. */
    public record First(PersonId by, String hash) {}

    public boolean waits() {
        return stage == Stage.WAITING;
    }

    /** Whether it was approved, however far it has come. */
    public boolean approved() {
        return switch (stage) {
            case APPLYING, STOPPED, APPLIED -> true;
            case WAITING, DISCARDED -> false;
        };
    }

    public Roster in(Stage newStage) {
        return new Roster(
                id,
                at,
                by,
                profile,
                encoding,
                newStage,
                lines,
                problems,
                counts,
                progress,
                first,
                approvedBy);
    }

    public Roster looking(int newProblems, Map<RosterChange.Kind, Integer> newCounts) {
        return new Roster(
                id,
                at,
                by,
                profile,
                encoding,
                stage,
                lines,
                newProblems,
                newCounts,
                progress,
                first,
                approvedBy);
    }

    public Roster firstApproved(PersonId person, String hash) {
        return new Roster(
                id,
                at,
                by,
                profile,
                encoding,
                stage,
                lines,
                problems,
                counts,
                progress,
                Optional.of(new First(person, hash)),
                approvedBy);
    }

    public Roster approved(Optional<PersonId> person, int steps) {
        return new Roster(
                id,
                at,
                by,
                profile,
                encoding,
                Stage.APPLYING,
                lines,
                problems,
                counts,
                new Progress(steps, 0, 0),
                first,
                person);
    }

    public Roster advanced(int done, int leftOut) {
        return new Roster(
                id,
                at,
                by,
                profile,
                encoding,
                done == progress.steps() ? Stage.APPLIED : stage,
                lines,
                problems,
                counts,
                new Progress(progress.steps(), done, progress.leftOut() + leftOut),
                first,
                approvedBy);
    }
}
