package org.freihafen.ids;

import java.util.UUID;

/** A folder inside a workspace; its path may change. */
public record FolderId(UUID value) implements Comparable<FolderId> {
    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its usual form
     */
    public static FolderId of(String text) {
        return new FolderId(UUID.fromString(text));
    }

    @Override
    public int compareTo(FolderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
