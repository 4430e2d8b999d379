package org.freihafen.membership;

/** Where a person or a membership came from. A roster rules only what came from the register. */
public enum Origin {
    REGISTER,
    ELECTION,
    INVITATION,
    FOUNDING,
    SANDBOX
}
