package org.freihafen.mail;

import java.util.Locale;
import java.util.UUID;

/** A letter in words, with the one address it goes to. */
public record Envelope(UUID id, String address, Locale language, String subject, String text) {
    /** Without all that is said, so that no log can hold it. */
    @Override
    public String toString() {
        return "Envelope[" + id + "]";
    }
}
