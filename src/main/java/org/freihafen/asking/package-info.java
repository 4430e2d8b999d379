/** Units ask other units for access to their files; these decide, and the answer is a grant. */
@Room(
        mayUse = {
            "ids",
            "hourly",
            "access",
            "audit",
            "structure",
            "membership",
            "groups",
            "mail",
            "shares",
            "granting",
            "workspaces"
        })
@NullMarked
package org.freihafen.asking;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
