/** Grants that end soon: those who gave them are reminded, and renew them in one step. */
@Room(
        mayUse = {
            "ids",
            "hourly",
            "access",
            "audit",
            "structure",
            "membership",
            "mail",
            "reconcile",
            "shares",
            "ceilings",
            "workspaces"
        })
@NullMarked
package org.freihafen.renewal;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
