package org.freihafen.shares;

/** What a grant allows on a folder and everything in it. */
public enum Permission {
    READ,
    EDIT,
    CREATE,
    DELETE
}
