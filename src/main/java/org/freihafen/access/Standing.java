package org.freihafen.access;

/** What somebody is to a unit: what the table of actions asks for. */
public enum Standing {
    /** Signed in, nothing more. */
    ANYONE,
    /** Belongs to the unit. */
    MEMBER,
    /** Leads the unit. */
    LEAD,
    /** Belongs to its board, or to that of a unit above it. */
    BOARD,
    /** Leads a unit above it, while the unit itself has nobody who leads. */
    STAND_IN,
    /** Holds the duty in the unit or one above it. */
    MEMBER_OFFICE,
    /** Holds the duty in the unit or one above it. */
    ADMINISTRATOR,
    /** Holds the duty in the unit or one above it. */
    AUDITOR
}
