/**
 * What stood in the directory and the clouds before us: reported, and linked or suspended by
 * decision.
 */
@Room(
        mayUse = {
            "access",
            "audit",
            "cloud",
            "directory",
            "groups",
            "ids",
            "reach",
            "reconcile",
            "runs",
            "shares",
            "structure",
            "workspaces"
        })
@NullMarked
package org.freihafen.adoption;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
