package org.freihafen.governance;

import org.freihafen.governance.Invitation.Answer;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All invitations. Adding one and withdrawing it are the same work however many people its address
 * fits, so that time tells nothing.
 */
public interface Invitations {
    Optional<Invitation> byId(InvitationId id);

    /** Those that a person can still answer, oldest first. */
    List<Invitation> openTo(PersonId person, Instant now);

    /** Those into a unit that are listed, oldest first. */
    List<Invitation> listedInto(UnitId unit, Instant now);

    /** How many somebody made since then. */
    int madeBy(PersonId person, Instant since);

    void add(Invitation invitation);

    void answer(InvitationId id, PersonId guest, Answer answer);

    void withdraw(InvitationId id);
}
