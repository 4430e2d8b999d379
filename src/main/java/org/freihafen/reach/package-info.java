/** Who can reach which folder, with which permissions, on a day, and why. */
@Room(
        mayUse = {
            "ids",
            "structure",
            "membership",
            "accounts",
            "groups",
            "shares",
            "access",
            "audit",
            "workspaces"
        })
@NullMarked
package org.freihafen.reach;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
