package org.freihafen.governance;

import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Optional;

/**
 * An invitation into a unit. One that was addressed to nobody we know is kept just the same, so
 * that whoever invites cannot tell the difference.
 *
 * @param invited empty if the address fits nobody
 * @param addressedTo the login, member number or e-mail address as it was written
 */
public record Invitation(
        InvitationId id,
        UnitId unit,
        Optional<PersonId> invited,
        String addressedTo,
        PersonId by,
        Instant made,
        Instant until,
        Answer answer) {

    /** What became of it. */
    public enum Answer {
        OPEN,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    public boolean openAt(Instant moment) {
        return answer == Answer.OPEN && moment.isBefore(until);
    }

    /**
     * Whether those who may invite see it: a declined one until its end, like one that fits nobody,
     * so that it tells nothing about who is a member.
     */
    public boolean listedAt(Instant moment) {
        return (answer == Answer.OPEN || answer == Answer.DECLINED) && moment.isBefore(until);
    }

    /** Whether both were made at once, because several people have the address. */
    public boolean madeWith(Invitation other) {
        return unit.equals(other.unit)
                && by.equals(other.by)
                && addressedTo.equals(other.addressedTo)
                && made.equals(other.made);
    }

    public Invitation answered(Answer given) {
        return new Invitation(id, unit, invited, addressedTo, by, made, until, given);
    }
}
