/**
 * What every request passes: the gate, who is asking, in which language, and what is said in
 * return.
 */
@Room(
        mayUse = {
            "access",
            "arrival",
            "guests",
            "ids",
            "settings",
            "shares",
            "signin",
            "structure",
            "words",
            "workspaces"
        })
@NullMarked
package org.freihafen.web;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
