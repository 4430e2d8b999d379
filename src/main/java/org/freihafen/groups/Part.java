package org.freihafen.groups;

/** Which of a unit's people a group holds. */
public enum Part {
    PEOPLE,
    LEADS
}
