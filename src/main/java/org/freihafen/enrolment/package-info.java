/** What a roster would do to whom: planned, judged, shown, approved and carried out. */
@Room(
        mayUse = {
            "ids",
            "reconcile",
            "structure",
            "membership",
            "accounts",
            "access",
            "audit",
            "roster"
        })
@NullMarked
package org.freihafen.enrolment;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
