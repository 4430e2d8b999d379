/** Units give, change and end rights on their folders, and take over what their people shared. */
@Room(
        mayUse = {
            "access",
            "audit",
            "ceilings",
            "groups",
            "ids",
            "mail",
            "membership",
            "reconcile",
            "shares",
            "structure",
            "workspaces"
        })
@NullMarked
package org.freihafen.granting;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
