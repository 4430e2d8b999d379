package org.freihafen.accounts;

import java.time.Instant;
import java.util.Optional;

/** Links that are open. One person has at most one: a new one closes the old. */
public interface PasswordLinks {
    void open(PasswordLink link);

    /** An open link with this digest, without closing it. */
    Optional<PasswordLink> find(String secretDigest, Instant now);

    /** Closes it; true for the one caller that did. */
    boolean close(PasswordLink link);
}
