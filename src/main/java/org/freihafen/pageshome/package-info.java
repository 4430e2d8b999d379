/** Pages of one's own: coming in, what is mine and what waits for me, and the menu. */
@Room(
        mayUse = {
            "access",
            "accounts",
            "arrival",
            "asking",
            "drift",
            "enrolment",
            "governance",
            "groups",
            "ids",
            "membership",
            "offering",
            "pages",
            "pagesadmin",
            "pagesgroup",
            "pagesoffice",
            "reconcile",
            "recovery",
            "renewal",
            "reshape",
            "runs",
            "shares",
            "signin",
            "structure",
            "web",
            "workspaces"
        })
@NullMarked
package org.freihafen.pageshome;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
