/** Pages of the member office: rosters, reports, requests, and what is kept of people. */
@Room(
        mayUse = {
            "access",
            "accounts",
            "applying",
            "disuse",
            "enrolment",
            "erasure",
            "expected",
            "identity",
            "ids",
            "leaving",
            "membership",
            "monthly",
            "pages",
            "privacy",
            "reconcile",
            "recovery",
            "reports",
            "requests",
            "retention",
            "roster",
            "runs",
            "structure",
            "structurefile",
            "trial",
            "web",
            "words"
        })
@NullMarked
package org.freihafen.pagesoffice;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
