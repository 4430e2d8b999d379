/** A file cloud as a target: what it should hold, and the ports to reach it. */
@Room(
        mayUse = {
            "ids",
            "access",
            "reconcile",
            "structure",
            "membership",
            "groups",
            "shares",
            "drift",
            "policy",
            "reach",
            "ceilings",
            "granting",
            "workspaces"
        })
@NullMarked
package org.freihafen.cloud;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
