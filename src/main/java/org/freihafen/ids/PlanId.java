package org.freihafen.ids;

import java.util.UUID;

/** A plan to change the structure, kept until somebody approves it. */
public record PlanId(UUID value) implements Comparable<PlanId> {
    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its usual form
     */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public int compareTo(PlanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
