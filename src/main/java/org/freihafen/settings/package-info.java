/** How an operator configures the product, and how the rooms are wired with it. */
@Room(
        mayUse = {
            "arrival",
            "asking",
            "ceilings",
            "disuse",
            "enrolment",
            "erasure",
            "governance",
            "guests",
            "ids",
            "membership",
            "monthly",
            "reconcile",
            "renewal",
            "reshape",
            "retention",
            "runs",
            "structure",
            "structurefile",
            "words"
        })
@NullMarked
package org.freihafen.settings;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
