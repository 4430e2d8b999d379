package org.freihafen.mail;

import java.util.UUID;

/**
 * The secrets that letters carry: each follows from its letter's id under the installation's key,
 * so that it can be sent again and is kept nowhere.
 */
public interface LetterSecrets {
    String of(UUID letter);
}
