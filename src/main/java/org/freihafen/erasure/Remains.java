package org.freihafen.erasure;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;

import java.util.Optional;
import java.util.Set;

/** Everything that is kept of a person beside the person and the account themselves. */
public interface Remains {
    /**
     * Takes away all of it that may go: what is about nobody else, and every text about them.
     * Decisions that they took for others stay under their id.
     *
     * @return the units in whose workspaces something was granted to them in person
     */
    Set<UnitId> erase(PersonId person, Optional<MemberNumber> number);
}
