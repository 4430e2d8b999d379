/** Approved rosters: carried out in steps that can be stopped and survive a crash, and told of. */
@Room(
        mayUse = {
            "hourly",
            "ids",
            "reconcile",
            "structure",
            "membership",
            "accounts",
            "arrival",
            "access",
            "audit",
            "roster",
            "enrolment"
        })
@NullMarked
package org.freihafen.applying;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
