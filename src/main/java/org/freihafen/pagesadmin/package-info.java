/** Pages of those who run the machines: structure, duties, letters, runs and clouds. */
@Room(
        mayUse = {
            "access",
            "accounts",
            "adoption",
            "arrival",
            "audit",
            "governance",
            "groups",
            "ids",
            "mail",
            "membership",
            "pages",
            "policy",
            "reach",
            "reconcile",
            "reshape",
            "runs",
            "signin",
            "structure",
            "structurefile",
            "web",
            "words"
        })
@NullMarked
package org.freihafen.pagesadmin;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
