package org.freihafen.ids;

import java.util.UUID;

/** Identifies a mass change that was announced. */
public record ExpectedId(UUID value) implements Comparable<ExpectedId> {
    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its usual form
     */
    public static ExpectedId of(String text) {
        return new ExpectedId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ExpectedId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
