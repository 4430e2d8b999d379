package org.freihafen.shares;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;

/**
 * A folder in a unit's workspace that Freihafen knows, by its path below the workspace, such as
 * {@code Protokolle/2026}.
 */
public record Folder(FolderId id, UnitId unit, String path) {
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
