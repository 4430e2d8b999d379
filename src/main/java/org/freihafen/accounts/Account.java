package org.freihafen.accounts;

import org.freihafen.ids.PersonId;

/**
 * One person's account. Its id is the person's and for ever; login and display name belong to the
 * person and may change. An account is never deleted by reconciliation, only suspended.
 */
public record Account(
        PersonId id, Username username, String displayName, State state, boolean sandbox) {

    /** Where an account stands in its life. Only who is active can sign in. */
    public enum State {
        /** Made, but nobody has set a password yet. */
        INVITED,
        ACTIVE,
        SUSPENDED,
        /** Suspended only because nobody used it; its holder comes back by a link. */
        RESTING,
        ERASED
    }

    /** Whether its holder can come in, or could once they have a password. */
    public boolean usable() {
        return switch (state) {
            case INVITED, ACTIVE -> true;
            case SUSPENDED, RESTING, ERASED -> false;
        };
    }

    /** Whether its holder gets in by a link that is sent to them. */
    public boolean opensByLink() {
        return usable() || state == State.RESTING;
    }

    public Account named(Username newUsername) {
        return new Account(id, newUsername, displayName, state, sandbox);
    }

    public Account called(String newDisplayName) {
        return new Account(id, username, newDisplayName, state, sandbox);
    }

    /** What is left of it when its holder was erased; the login name is given up. */
    public Account erased() {
        Username nobodys = new Username("x" + id.toString().replace("-", ""));
        return new Account(id, nobodys, "", State.ERASED, sandbox);
    }

    public Account in(State newState) {
        return new Account(id, username, displayName, newState, sandbox);
    }
}
