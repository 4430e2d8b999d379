/** Grants to single people: offered, accepted by that person, and ended when they leave. */
@Room(
        mayUse = {
            "ids",
            "hourly",
            "access",
            "audit",
            "structure",
            "membership",
            "accounts",
            "mail",
            "reconcile",
            "shares",
            "ceilings",
            "workspaces"
        })
@NullMarked
package org.freihafen.offering;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
