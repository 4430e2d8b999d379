package org.freihafen.roster;

import org.freihafen.structurefile.FileProblem;

/** What can be wrong in a roster. */
public enum RosterFault implements FileProblem.Fault {
    /** Of the whole file: nothing of it is used. */
    ROSTER_EMPTY,
    ROSTER_NO_TABLE,
    ROSTER_NO_CSV,
    ROSTER_WORKBOOK,
    ROSTER_WORKBOOK_TOO_LARGE,
    ROSTER_WORKBOOK_UNSAFE,
    ROSTER_ENCODING,
    ROSTER_GARBLED,
    ROSTER_DELIMITER,
    ROSTER_COLUMN_MISSING,
    ROSTER_COLUMN_TWICE,
    ROSTER_CUT_OFF,
    ROSTER_COUNT,
    /** Of the whole file: who is missing from it stays. */
    ROSTER_ABSENCE_UNPROVEN,
    /** Of a line: the line is set aside and nothing changes for whom it names. */
    ROSTER_LINE_LENGTH,
    NO_NUMBER,
    BAD_NUMBER,
    DOUBLE_NUMBER,
    NO_PERSON_NAME,
    BAD_PERSON_NAME,
    UNKNOWN_PLACE,
    UNKNOWN_BRANCH,
    UNKNOWN_POSTCODE,
    UNKNOWN_STATUS,
    BAD_DATE,
    LEFT_BEFORE_JOINED,
    JOINED_IN_FUTURE,
    BAD_EMAIL,
    BAD_AMOUNT,
    BAD_REMINDERS
}
