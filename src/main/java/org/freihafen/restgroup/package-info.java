/** Units, their people, leads and changes, for programs. */
@Room(
        mayUse = {
            "access",
            "governance",
            "guests",
            "ids",
            "membership",
            "reach",
            "reshape",
            "rest",
            "restperson",
            "structure",
            "web",
            "words",
            "workspaces",
            "groups",
            "shares"
        })
@NullMarked
package org.freihafen.restgroup;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
