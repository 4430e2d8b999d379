/** What boards are told each month: a file of counts in their own workspace, and a letter. */
@Room(
        mayUse = {
            "ids",
            "hourly",
            "access",
            "audit",
            "structure",
            "membership",
            "mail",
            "reconcile",
            "roster",
            "identity",
            "enrolment",
            "requests",
            "reports",
            "workspaces",
            "cloud",
            "runs"
        })
@NullMarked
package org.freihafen.monthly;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
