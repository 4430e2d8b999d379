/** What grants may at most allow: limits of clouds, kinds and units, tightened downwards only. */
@Room(
        mayUse = {
            "access",
            "audit",
            "ids",
            "membership",
            "reconcile",
            "shares",
            "structure",
            "workspaces"
        })
@NullMarked
package org.freihafen.ceilings;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
