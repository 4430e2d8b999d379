package org.freihafen.membership;

/** As what somebody belongs to a unit; who leads it also belongs to it. */
public enum Role {
    MEMBER,
    LEAD
}
