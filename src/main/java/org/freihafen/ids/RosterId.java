package org.freihafen.ids;

import java.util.UUID;

/** One membership export, as it came. */
public record RosterId(UUID value) implements Comparable<RosterId> {
    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its usual form
     */
    public static RosterId of(String text) {
        return new RosterId(UUID.fromString(text));
    }

    @Override
    public int compareTo(RosterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
