/**
 * People who are no members: somebody vouches for each, for one purpose and until a day; they see
 * what was granted to them and nothing else.
 */
@Room(
        mayUse = {
            "ids",
            "hourly",
            "access",
            "audit",
            "reconcile",
            "structure",
            "membership",
            "accounts",
            "arrival",
            "mail"
        })
@NullMarked
package org.freihafen.guests;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
