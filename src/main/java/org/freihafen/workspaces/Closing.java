package org.freihafen.workspaces;

/** For whom of a unit's people a folder stays open when it is closed to all the others. */
public enum Closing {
    LEADS,
    BOARD
}
