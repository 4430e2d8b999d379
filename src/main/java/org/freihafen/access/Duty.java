package org.freihafen.access;

/**
 * What a person is trusted with beyond belonging somewhere; always held in a unit and for all below
 * it.
 */
public enum Duty {
    MEMBER_OFFICE,
    ADMINISTRATOR,
    AUDITOR
}
