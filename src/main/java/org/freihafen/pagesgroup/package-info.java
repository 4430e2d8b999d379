/** Pages of groups: who they are, their folders, who may see them, and how they change. */
@Room(
        mayUse = {
            "access",
            "accounts",
            "asking",
            "ceilings",
            "closing",
            "governance",
            "granting",
            "groups",
            "guests",
            "ids",
            "membership",
            "offering",
            "pages",
            "reach",
            "reshape",
            "shares",
            "structure",
            "words",
            "workspaces"
        })
@NullMarked
package org.freihafen.pagesgroup;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
