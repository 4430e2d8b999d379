/** People leave on the day that a roster announced, or wait for the member office's word. */
@Room(
        mayUse = {
            "hourly",
            "ids",
            "reconcile",
            "structure",
            "membership",
            "access",
            "audit",
            "roster",
            "enrolment",
            "applying"
        })
@NullMarked
package org.freihafen.leaving;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
