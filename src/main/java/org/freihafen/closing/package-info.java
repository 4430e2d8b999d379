/** Units close folders to most of their people: shown first with who loses them, then done. */
@Room(
        mayUse = {
            "access",
            "audit",
            "granting",
            "groups",
            "ids",
            "offering",
            "reach",
            "reconcile",
            "shares",
            "structure",
            "workspaces"
        })
@NullMarked
package org.freihafen.closing;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
