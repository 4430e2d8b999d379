package org.freihafen.offering;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What units offered to people, the oldest first. */
public interface Offers {
    void add(Offer offer);

    /** Stores where one that is there stands. */
    void save(Offer offer);

    Optional<Offer> byId(UUID id);

    /** Those to this person that were not answered or withdrawn. */
    List<Offer> to(PersonId person);

    List<Offer> by(UnitId unit);

    /** Those accepted that were made for a unit's sake. */
    List<Offer> acceptedBecauseOfUnits();
}
