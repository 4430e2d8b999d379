/** Rosters, reports and requests to change the register, for programs. */
@Room(
        mayUse = {
            "access",
            "adoption",
            "applying",
            "disuse",
            "enrolment",
            "erasure",
            "expected",
            "groups",
            "identity",
            "ids",
            "leaving",
            "membership",
            "monthly",
            "reach",
            "reconcile",
            "reports",
            "requests",
            "rest",
            "restadmin",
            "restperson",
            "roster",
            "structure",
            "structurefile",
            "trial",
            "web",
            "words"
        })
@NullMarked
package org.freihafen.restoffice;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
