package org.freihafen.workspaces;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;

import java.util.Optional;

/**
 * A folder in a unit's workspace that Freihafen knows, by its path below the workspace, such as
 * {@code Protokolle/2026}.
 *
 * @param deleted people deleted it in the cloud: grants on it wait until it is there again
 * @param closedTo who of the unit's people alone gets in; empty for all of them
 */
public record Folder(
        FolderId id, UnitId unit, String path, boolean deleted, Optional<Closing> closedTo) {
    public Folder(FolderId id, UnitId unit, String path) {
        this(id, unit, path, false, Optional.empty());
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether it is somewhere below the folder at that path. */
    public boolean liesIn(String other) {
        String above = other + "/";
        return path.regionMatches(true, 0, above, 0, above.length());
    }

    /** Whether that path is its own or lies somewhere below it. */
    public boolean holds(String other) {
        return path.equalsIgnoreCase(other) || new Folder(id, unit, other).liesIn(path);
    }

    public Folder at(String newPath) {
        return new Folder(id, unit, newPath, deleted, closedTo);
    }

    public Folder deleted(boolean now) {
        return new Folder(id, unit, path, now, closedTo);
    }

    public Folder closedTo(Optional<Closing> whom) {
        return new Folder(id, unit, path, deleted, whom);
    }
}
