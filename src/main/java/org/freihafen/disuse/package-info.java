/** Accounts that nobody uses: told, put to rest, and back when their holder comes. */
@Room(
        mayUse = {
            "ids",
            "hourly",
            "access",
            "audit",
            "reconcile",
            "membership",
            "accounts",
            "directory",
            "guests",
            "mail",
            "runs"
        })
@NullMarked
package org.freihafen.disuse;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
