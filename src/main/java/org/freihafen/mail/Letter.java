package org.freihafen.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One letter as a use case puts it down: to whom, about what, and the facts that its words need. It
 * is worded when it is sent.
 *
 * @param language German or English; empty for the organisation's
 */
public record Letter(
        UUID id, Addressee to, Template template, List<String> facts, Optional<Locale> language) {
    public Letter {
        facts = List.copyOf(facts);
    }

    /** Without the facts, so that no log can hold them. */
    @Override
    public String toString() {
        return "Letter[" + id + ", " + template + "]";
    }
}
