package org.freihafen.governance;

import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All invitations. */
public interface Invitations {
    Optional<Invitation> byId(InvitationId id);

    /** Open ones to a person, oldest first. */
    List<Invitation> openTo(PersonId person, Instant now);

    /** Open and declined ones into a unit until they end, oldest first. */
    List<Invitation> listedInto(UnitId unit, Instant now);

    /**
     * How many addresses somebody invited since then; an address with several people counts once.
     */
    int madeBy(PersonId person, Instant since);

    void add(Collection<Invitation> invitations);

    void save(Invitation invitation);
}
