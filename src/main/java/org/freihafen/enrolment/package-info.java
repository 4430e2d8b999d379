/** What a roster would do to whom: planned, judged and shown. Nobody's data change here. */
@Room(
        mayUse = {
            "ids",
            "reconcile",
            "structure",
            "membership",
            "access",
            "audit",
            "roster",
            "identity",
            "expected",
            "structurefile"
        })
@NullMarked
package org.freihafen.enrolment;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
