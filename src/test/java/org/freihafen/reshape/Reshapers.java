package org.freihafen.reshape;

import org.freihafen.access.Access;
import org.freihafen.audit.Trail;
import org.freihafen.governance.Harbour;
import org.freihafen.mail.Mailing;
import org.freihafen.membership.Memberships;
import org.freihafen.reach.Foreseeing;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspaces;

/** The use case in a harbour. */
public final class Reshapers {
    private Reshapers() {}

    public static Reshaping reshaping(Harbour h) {
        return reshaping(h, h.access, h.units, h.memberships, h.workspaces, h.grants, h.trail);
    }

    /** With some of what it needs kept elsewhere. */
    public static Reshaping reshaping(
            Harbour h,
            Access access,
            Units units,
            Memberships memberships,
            Workspaces workspaces,
            Grants grants,
            Trail trail) {
        return new Reshaping(
                access,
                units,
                memberships,
                h.guests,
                new Foreseeing(
                        units,
                        memberships,
                        h.accounts,
                        workspaces,
                        grants,
                        Entrants.byKind(),
                        h.clock),
                new CarryingOut(
                        units,
                        memberships,
                        h.guests,
                        workspaces,
                        grants,
                        new Announcing(
                                memberships, new Mailing(h.outbox, () -> {}, h.ids, h.clock)),
                        trail,
                        h.wake),
                h.clock);
    }
}
