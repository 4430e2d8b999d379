/** The structure file, duties, targets, runs and what is kept, for programs. */
@Room(
        mayUse = {
            "access",
            "audit",
            "governance",
            "ids",
            "mail",
            "policy",
            "reconcile",
            "reshape",
            "rest",
            "retention",
            "runs",
            "structure",
            "structurefile",
            "web",
            "words"
        })
@NullMarked
package org.freihafen.restadmin;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
