package org.freihafen.signin;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.UUID;

/**
 * Lets a program act for the person who made it, until its end. Only a digest of its secret is
 * kept.
 */
public record Token(
        UUID id,
        PersonId person,
        String name,
        Scope scope,
        String secretDigest,
        Instant made,
        Instant until) {

    /** What the program may do with what its person may do. */
    public enum Scope {
        READ,
        WRITE
    }

    public boolean holdsAt(Instant moment) {
        return moment.isBefore(until);
    }
}
