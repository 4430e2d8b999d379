/** How units govern themselves: founding, inviting, joining, leaving, naming leads. */
@Room(
        mayUse = {
            "ids",
            "structure",
            "membership",
            "accounts",
            "groups",
            "access",
            "audit",
            "reconcile",
            "workspaces"
        })
@NullMarked
package org.freihafen.governance;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
