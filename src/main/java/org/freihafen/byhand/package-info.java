/** What people did in a cloud by hand: found by full runs, followed, left to a word or put back. */
@Room(
        mayUse = {
            "ids",
            "access",
            "reconcile",
            "structure",
            "membership",
            "groups",
            "workspaces",
            "shares",
            "ceilings",
            "granting",
            "drift",
            "cloud"
        })
@NullMarked
package org.freihafen.byhand;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
