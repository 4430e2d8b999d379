/**
 * What makes a first try possible without any server: an embedded directory, an embedded file cloud
 * and the example federation.
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
            "cloud"
        })
package org.freihafen.sandbox;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
