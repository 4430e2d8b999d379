package org.freihafen.ids;

import java.util.UUID;

/** An invitation into a unit. */
public record InvitationId(UUID value) implements Comparable<InvitationId> {
    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its usual form
     */
    public static InvitationId of(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    @Override
    public int compareTo(InvitationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
