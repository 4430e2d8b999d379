package org.freihafen.shares;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;

/**
 * A folder in a unit's workspace that Freihafen knows, by its path below the workspace, such as
 * {@code Protokolle/2026}.
 *
 * @param deleted people deleted it in the cloud: grants on it wait until it is there again
 */
public record Folder(FolderId id, UnitId unit, String path, boolean deleted) {
    public Folder(FolderId id, UnitId unit, String path) {
        this(id, unit, path, false);
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Folder at(String newPath) {
        return new Folder(id, unit, newPath, deleted);
    }

    public Folder deleted(boolean now) {
        return new Folder(id, unit, path, now);
    }
}
