/** Units move, merge, end and come back: first shown with who gains and who loses, then done. */
@Room(
        mayUse = {
            "hourly",
            "ids",
            "structure",
            "membership",
            "guests",
            "groups",
            "shares",
            "reach",
            "governance",
            "mail",
            "access",
            "audit",
            "reconcile",
            "structurefile",
            "workspaces"
        })
@NullMarked
package org.freihafen.reshape;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
