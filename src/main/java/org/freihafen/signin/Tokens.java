package org.freihafen.signin;

import org.freihafen.ids.PersonId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All tokens that were made and not ended. */
public interface Tokens {
    Optional<Token> byDigest(String secretDigest);

    /** Those of one person, oldest first. */
    List<Token> of(PersonId person);

    void add(Token token);

    /** Ends it; ending what is not there is no error. */
    void end(UUID id);
}
