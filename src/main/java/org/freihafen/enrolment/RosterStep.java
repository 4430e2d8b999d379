package org.freihafen.enrolment;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Change;
import org.freihafen.roster.RosterEntry;

import java.util.Optional;

/**
 * One change of an approved plan, with all that carrying it out needs.
 *
 * @param person whom it concerns; empty of somebody who is new
 * @param rights whether somebody who returns gets the former groups back
 */
public record RosterStep(
        Change<MemberNumber, RosterEntry> change, Optional<PersonId> person, boolean rights) {
    public RosterChange meaning() {
        return RosterChange.of(change);
    }
}
