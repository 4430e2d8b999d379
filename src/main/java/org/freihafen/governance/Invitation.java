package org.freihafen.governance;

import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Map;

/**
 * One address invited into a unit, once. It is the same whether the address fits nobody, one person
 * or several, so that whoever invites cannot tell the difference; those it fits hang below it.
 *
 * @param addressedTo the login, member number or e-mail address as it was written
 * @param guests those whom the address fitted, and what each answered
 */
public record Invitation(
        InvitationId id,
        UnitId unit,
        String addressedTo,
        PersonId by,
        Instant made,
        Instant until,
        boolean withdrawn,
        Map<PersonId, Answer> guests) {
    public Invitation {
        guests = Map.copyOf(guests);
    }

    /** What somebody answered. */
    public enum Answer {
        OPEN,
        ACCEPTED,
        DECLINED,
        /** They answered another invitation into the same unit. */
        ELSEWHERE
    }

    public boolean openTo(PersonId person, Instant moment) {
        return holdsAt(moment) && guests.get(person) == Answer.OPEN;
    }

    /**
     * Whether those who may invite see it: until somebody accepted. A declined one stays until its
     * end, like one that fits nobody, so that it tells nothing about who is a member.
     */
    public boolean listedAt(Instant moment) {
        return holdsAt(moment) && !guests.containsValue(Answer.ACCEPTED);
    }

    private boolean holdsAt(Instant moment) {
        return !withdrawn && moment.isBefore(until);
    }
}
