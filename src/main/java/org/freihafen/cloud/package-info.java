/** A file cloud as a target: what it should hold, and the ports to reach it. */
@Room(
        mayUse = {
            "ids",
            "reconcile",
            "structure",
            "groups",
            "shares",
            "drift",
            "policy",
            "reach",
            "ceilings",
            "workspaces"
        })
@NullMarked
package org.freihafen.cloud;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
