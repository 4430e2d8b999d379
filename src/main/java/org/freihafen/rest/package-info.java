/** What programs can rely on under {@code /api}: paths, fields, problems, paging, repeating. */
@Room(
        mayUse = {
            "access",
            "accounts",
            "answers",
            "governance",
            "groups",
            "ids",
            "membership",
            "reconcile",
            "retention",
            "settings",
            "shares",
            "signin",
            "structure",
            "structurefile",
            "web",
            "words",
            "workspaces"
        })
@NullMarked
package org.freihafen.rest;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
