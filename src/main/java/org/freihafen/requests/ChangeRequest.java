package org.freihafen.requests;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a branch asks the member office to change in the register. Waits, is written into a sheet
 * for the accounting package, and is done or refused.
 *
 * @param number whose; as the branch wrote it, whether there is such a member or not
 * @param exported when it last went into a sheet
 */
public record ChangeRequest(
        UUID id,
        UnitId unit,
        PersonId askedBy,
        MemberNumber number,
        Kind kind,
        String words,
        Instant made,
        Optional<Instant> exported,
        Optional<Outcome> outcome) {
    /** What happened to the member. */
    public enum Kind {
        ADDRESS,
        MOVED,
        LEAVING,
        DIED,
        OTHER
    }

    /** Where it stands. */
    public enum Stage {
        WAITING,
        EXPORTED,
        DONE,
        REFUSED
    }

    /** What came of it, who said so, when and why. */
    public record Outcome(boolean done, PersonId by, Instant at, String reason) {}

    public Stage stage() {
        return outcome.map(o -> o.done() ? Stage.DONE : Stage.REFUSED)
                .orElse(exported.isPresent() ? Stage.EXPORTED : Stage.WAITING);
    }

    ChangeRequest exported(Instant at) {
        return new ChangeRequest(
                id, unit, askedBy, number, kind, words, made, Optional.of(at), outcome);
    }

    ChangeRequest ended(Outcome with) {
        return new ChangeRequest(
                id, unit, askedBy, number, kind, words, made, exported, Optional.of(with));
    }
}
