package org.freihafen.groups;

import org.freihafen.ids.UnitId;

import java.util.Comparator;

/** A group's identity: whose people, and which of them. Survives every rename. */
public record GroupId(UnitId unit, Part part) implements Comparable<GroupId> {
    private static final Comparator<GroupId> ORDER =
            Comparator.comparing(GroupId::unit).thenComparing(GroupId::part);

    @Override
    public int compareTo(GroupId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return unit + (part == Part.LEADS ? "/leads" : "");
    }

    /**
     * Reads what {@link #toString} makes.
     *
     * @throws IllegalArgumentException if the text is not what {@link #toString} makes
     */
    public static GroupId of(String text) {
        return text.endsWith("/leads")
                ? new GroupId(UnitId.of(text.substring(0, text.length() - 6)), Part.LEADS)
                : new GroupId(UnitId.of(text), Part.PEOPLE);
    }
}
