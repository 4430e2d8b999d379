/** How people end: who is gone is told when, reminded, and erased down to what must be kept. */
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
            "applying",
            "mail",
            "runs",
            "retention"
        })
@NullMarked
package org.freihafen.erasure;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
