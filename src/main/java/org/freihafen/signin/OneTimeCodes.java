package org.freihafen.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * Codes that are open. One person has at most one, and there is at most one set-up code: a new one
 * closes the old.
 */
public interface OneTimeCodes {
    void open(OneTimeCode code);

    /** The open code with this digest, without closing it. */
    Optional<OneTimeCode> find(String secretDigest, Instant now);

    /** Closes it; true for the one caller that did. */
    boolean close(OneTimeCode code);
}
