/**
 * How people come in: invited by letter in waves, they choose name and password and accept the
 * notice; who forgot a password gets a new way in.
 */
@Room(
        mayUse = {
            "hourly",
            "ids",
            "access",
            "audit",
            "reconcile",
            "membership",
            "accounts",
            "directory",
            "mail",
            "signin"
        })
@NullMarked
package org.freihafen.arrival;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
