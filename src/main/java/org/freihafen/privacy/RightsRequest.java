package org.freihafen.privacy;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody asks for by right (GDPR articles 16 and 17). It has to be answered within one month
 * (article 12(3)).
 *
 * @param text what is wrong and how it would be right; for an erasure it may be empty
 */
public record RightsRequest(
        UUID id,
        PersonId person,
        Right right,
        String text,
        Instant made,
        LocalDate due,
        Optional<Answered> answered) {
    /** What can be asked for. */
    public enum Right {
        CORRECTION,
        ERASURE
    }

    RightsRequest answered(Answered answer) {
        return new RightsRequest(id, person, right, text, made, due, Optional.of(answer));
    }

    public boolean overdue(LocalDate today) {
        return answered.isEmpty() && today.isAfter(due);
    }
}
