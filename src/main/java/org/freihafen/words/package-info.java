/** Sentences in the language of whoever reads them, for pages and programs alike. */
@Room(
        mayUse = {
            "access",
            "accounts",
            "enrolment",
            "groups",
            "ids",
            "membership",
            "reach",
            "reconcile",
            "requests",
            "reshape",
            "roster",
            "runs",
            "shares",
            "structure",
            "workspaces"
        })
@NullMarked
package org.freihafen.words;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
