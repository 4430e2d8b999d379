/** Sessions, accounts, arrivals and the rights of a person, for programs. */
@Room(
        mayUse = {
            "access",
            "accounts",
            "arrival",
            "ids",
            "membership",
            "privacy",
            "reconcile",
            "recovery",
            "rest",
            "signin",
            "structure",
            "web",
            "words",
            "retention"
        })
@NullMarked
package org.freihafen.restperson;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
