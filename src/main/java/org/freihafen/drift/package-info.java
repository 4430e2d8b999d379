/** What somebody did by hand in a cloud: found, explained, put back or adopted by decision. */
@Room(
        mayUse = {
            "ids",
            "access",
            "audit",
            "reconcile",
            "structure",
            "groups",
            "membership",
            "workspaces",
            "shares",
            "granting",
            "mail",
            "hourly"
        })
@NullMarked
package org.freihafen.drift;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
