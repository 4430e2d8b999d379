/** What all pages share: what was asked for, who visits, what the last step came to. */
@Room(
        mayUse = {
            "access",
            "accounts",
            "groups",
            "guests",
            "ids",
            "membership",
            "reconcile",
            "shares",
            "structure",
            "web",
            "words"
        })
@NullMarked
package org.freihafen.pages;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
