package org.freihafen.signin;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.Optional;

/**
 * Lets somebody come in once without the directory, as an administrator: at the very first start,
 * or because somebody with a shell on the host said so. Only a digest of its secret is kept.
 *
 * @param person whom the host named; empty for the set-up code, whose holder becomes somebody
 */
public record OneTimeCode(String secretDigest, Optional<PersonId> person, Instant until) {}
