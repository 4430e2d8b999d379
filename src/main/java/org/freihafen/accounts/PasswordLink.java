package org.freihafen.accounts;

import org.freihafen.ids.PersonId;

import java.time.Instant;

/** Lets its holder set a password once. Only a digest of its secret is kept. */
public record PasswordLink(PersonId person, String secretDigest, Instant until) {}
