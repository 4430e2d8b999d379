package org.freihafen.privacy;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A branch asks for one person's data, for one purpose; if the member office grants it, whoever
 * asked reads them until it ends, and nobody else.
 *
 * @param number whose; typed by whoever asks, who does not learn whether there is such a member
 * @param person whose, once it was granted
 * @param until empty as long as it was not granted
 */
public record Release(
        UUID id,
        UnitId unit,
        PersonId askedBy,
        MemberNumber number,
        String purpose,
        Instant made,
        Optional<Answered> answered,
        Optional<PersonId> person,
        Optional<Instant> until) {

    public boolean readable(PersonId by, Instant now) {
        return askedBy.equals(by) && until.filter(now::isBefore).isPresent();
    }

    Release refused(Answered answer) {
        return new Release(
                id,
                unit,
                askedBy,
                number,
                purpose,
                made,
                Optional.of(answer),
                Optional.empty(),
                Optional.empty());
    }

    Release granted(Answered answer, PersonId of, Instant end) {
        return new Release(
                id,
                unit,
                askedBy,
                number,
                purpose,
                made,
                Optional.of(answer),
                Optional.of(of),
                Optional.of(end));
    }
}
