/** The database: everything that Freihafen remembers, in H2 or PostgreSQL. */
@Room(
        mayUse = {
            "ids",
            "access",
            "audit",
            "structure",
            "membership",
            "accounts",
            "arrival",
            "mail",
            "monthly",
            "groups",
            "cloud",
            "drift",
            "shares",
            "governance",
            "reconcile",
            "enrolment",
            "erasure",
            "recovery",
            "guests",
            "expected",
            "identity",
            "roster",
            "runs",
            "retention",
            "privacy",
            "asking",
            "offering",
            "renewal",
            "requests",
            "reports",
            "answers",
            "signin",
            "ceilings",
            "structurefile",
            "workspaces"
        })
@NullMarked
package org.freihafen.store;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
