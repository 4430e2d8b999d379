package org.freihafen.reshape;

import org.freihafen.governance.Harbour;
import org.freihafen.mail.Mailing;

/** The use case in a harbour. */
public final class Reshapers {
    private Reshapers() {}

    public static Reshaping reshaping(Harbour h) {
        return new Reshaping(
                h.access,
                h.units,
                h.memberships,
                h.foreseeing(),
                new CarryingOut(
                        h.units,
                        h.memberships,
                        h.workspaces,
                        h.grants,
                        new Announcing(
                                h.memberships, new Mailing(h.outbox, () -> {}, h.ids, h.clock)),
                        h.trail,
                        h.wake),
                h.clock);
    }
}
