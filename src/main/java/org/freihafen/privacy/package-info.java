/**
 * What people can ask about themselves under data protection law, and when a branch may see
 * somebody's data for a while.
 */
@Room(
        mayUse = {
            "ids",
            "access",
            "audit",
            "structure",
            "membership",
            "accounts",
            "groups",
            "retention",
            "erasure"
        })
@NullMarked
package org.freihafen.privacy;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
