package org.freihafen.ids;

import java.util.UUID;

/** A person, for ever: also the RDN in LDAP and the user id in a file cloud. */
public record PersonId(UUID value) implements Comparable<PersonId> {
    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its usual form
     */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
