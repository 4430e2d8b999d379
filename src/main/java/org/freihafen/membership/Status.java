package org.freihafen.membership;

/**
 * What somebody is to the organisation. Being paid up stands beside it and changes none of this.
 */
public enum Status {
    MEMBER,
    RIGHTS_SUSPENDED,
    UNDER_APPEAL,
    LEFT,
    DECEASED,
    GUEST;

    /** Whether somebody of this status has an account that can be used. */
    public boolean present() {
        return switch (this) {
            case MEMBER, RIGHTS_SUSPENDED, UNDER_APPEAL, GUEST -> true;
            case LEFT, DECEASED -> false;
        };
    }
}
