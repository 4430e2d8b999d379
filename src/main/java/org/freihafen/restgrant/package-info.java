/** Folders, grants, ceilings and access, for programs. */
@Room(
        mayUse = {
            "access",
            "asking",
            "ceilings",
            "drift",
            "closing",
            "granting",
            "groups",
            "ids",
            "offering",
            "reach",
            "renewal",
            "reshape",
            "rest",
            "shares",
            "structure",
            "web",
            "words",
            "workspaces",
            "membership"
        })
@NullMarked
package org.freihafen.restgrant;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
