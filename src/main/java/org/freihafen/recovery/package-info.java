/**
 * How addresses for coming back in change: whoever reads there confirms it, the old one is told,
 * and for people with duties a second person agrees.
 */
@Room(
        mayUse = {
            "hourly",
            "ids",
            "access",
            "audit",
            "membership",
            "enrolment",
            "accounts",
            "mail",
            "signin"
        })
@NullMarked
package org.freihafen.recovery;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
