/**
 * What makes a first try possible without any server: an embedded directory, the embedded file
 * cloud of the rooms beside this one, and the example federation.
 */
@NullMarked
@Room(
        mayUse = {
            "ids",
            "access",
            "audit",
            "reconcile",
            "structure",
            "membership",
            "accounts",
            "enrolment",
            "applying",
            "directory",
            "sandsight",
            "sandcloud",
            "structurefile"
        })
package org.freihafen.sandbox;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
