package org.freihafen.structurefile;

/** What can be wrong in a structure file. */
public enum StructureFault implements FileProblem.Fault {
    EMPTY_FILE,
    FILE_TOO_LONG,
    NO_TABLE,
    NOT_UTF8,
    NOT_CSV,
    MISSING_COLUMN,
    DOUBLE_COLUMN,
    SHORT_LINE,
    LONG_LINE,
    BAD_KEY,
    DOUBLE_KEY,
    EMPTY_NAME,
    BAD_NAME,
    UNKNOWN_KIND,
    NO_ROOT,
    SECOND_ROOT,
    OTHER_ROOT,
    MISSING_PARENT,
    CYCLE,
    KIND_NOT_UNDER_PARENT,
    BAD_OFFICIAL_KEY,
    DOUBLE_OFFICIAL_KEY,
    KEY_OF_FOUNDED_UNIT,
    KEY_OF_ENDED_UNIT,
    KIND_CHANGED,
    FOUNDED_UNIT_BELOW,
    PEOPLE_PLACED
}
