package org.freihafen.workspaces;

import org.freihafen.ids.UnitId;

/**
 * The folder that a unit owns in a file cloud. Its name is derived from the unit's. It is never
 * deleted: when its unit ends it is archived and its data stay; when that is merged into another,
 * it belongs to the other, under its own name.
 */
public record Workspace(UnitId unit, String cloud, boolean archived) {
    public Workspace archived(boolean now) {
        return new Workspace(unit, cloud, now);
    }
}
