package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.mail.LetterSecrets;

import java.util.UUID;

/** 256 bits each, under a key that does not lie in the database. */
@Dependent
public class KeyedLetterSecrets implements LetterSecrets {
    private final Secret secret;

    @Inject
    public KeyedLetterSecrets(Secret secret) {
        this.secret = secret;
    }

    @Override
    public String of(UUID letter) {
        return secret.digest("letter", letter.toString());
    }
}
