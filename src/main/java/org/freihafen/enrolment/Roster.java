package org.freihafen.enrolment;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A membership export that was read. While it waits, what it says is kept; afterwards only that it
 * was there and what came of it.
 *
 * @param by who read it; empty if Freihafen itself did
 * @param lines how many people it lists
 * @param problems how many problems its lines have; known of one that was applied, and in a report
 * @param counts how many changes of each kind it makes; likewise, for that changes with what is
 *     known already
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
        Map<RosterChange.Kind, Integer> counts) {
    public Roster {
        counts = Map.copyOf(counts);
    }

    /** How far it has come. */
    public enum Stage {
        WAITING,
        APPLIED,
        DISCARDED
    }

    public boolean waits() {
        return stage == Stage.WAITING;
    }

    public Roster in(Stage newStage) {
        return new Roster(id, at, by, profile, encoding, newStage, lines, problems, counts);
    }

    Roster looking(int newProblems, Map<RosterChange.Kind, Integer> newCounts) {
        return new Roster(id, at, by, profile, encoding, stage, lines, newProblems, newCounts);
    }
}
