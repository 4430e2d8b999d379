/** Requests for access and offers of it, for programs. */
@Room(
        mayUse = {
            "access",
            "asking",
            "groups",
            "ids",
            "offering",
            "rest",
            "restgrant",
            "shares",
            "structure",
            "web",
            "workspaces"
        })
@NullMarked
package org.freihafen.restasking;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
