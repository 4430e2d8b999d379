package org.freihafen.ids;

import java.time.Instant;
import java.util.UUID;

/** A unit, for ever; its key is what people read. */
public record UnitId(UUID value) implements Comparable<UnitId> {
    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its usual form
     */
    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    /** When it was given: the id begins with that moment (RFC 9562, version 7). */
    public Instant made() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
