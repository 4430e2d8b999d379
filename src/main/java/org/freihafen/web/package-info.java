/** What people and programs see: pages and the REST interface. Here the rooms are wired. */
@Room(
        mayUse = {
            "ids",
            "access",
            "audit",
            "reconcile",
            "structure",
            "membership",
            "accounts",
            "arrival",
            "mail",
            "groups",
            "shares",
            "reach",
            "reshape",
            "governance",
            "retention",
            "privacy",
            "asking",
            "offering",
            "renewal",
            "requests",
            "reports",
            "answers",
            "roster",
            "enrolment",
            "applying",
            "expected",
            "trial",
            "identity",
            "leaving",
            "erasure",
            "recovery",
            "guests",
            "runs",
            "policy",
            "signin"
        })
@NullMarked
package org.freihafen.web;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
