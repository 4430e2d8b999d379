package org.freihafen.shares;

import org.freihafen.ids.UnitId;

/**
 * The folder that a unit owns in a file cloud. Its name is derived from the unit's. It is never
 * deleted: when its unit ends it is archived and its data stay.
 */
public record Workspace(UnitId unit, String cloud, boolean archived) {}
