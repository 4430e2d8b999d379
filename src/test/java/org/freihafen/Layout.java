package org.freihafen;

import com.tngtech.archunit.core.domain.JavaClass;

import java.util.Optional;

/** Where a class stands below the root: in which room, how deep. */
record Layout(String root) {

    /** The room's name, or empty for a class of the root package or from outside the house. */
    Optional<String> roomOf(JavaClass occupant) {
        var below = below(occupant);
        return below.isEmpty() ? Optional.empty() : Optional.of(below.split("\\.", 2)[0]);
    }

    /** 1 in a room, 2 in its adapter package, 0 in the root package or outside the house. */
    int depthOf(JavaClass occupant) {
        var below = below(occupant);
        return below.isEmpty() ? 0 : below.split("\\.", -1).length;
    }

    private String below(JavaClass occupant) {
        var home = occupant.getPackageName();
        return home.startsWith(root + ".") ? home.substring(root.length() + 1) : "";
    }
}
