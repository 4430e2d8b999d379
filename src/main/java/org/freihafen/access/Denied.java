package org.freihafen.access;

/** The actor may not do this here. Says the action and nothing about what it would have touched. */
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Action action;

    public Denied(Action action) {
        super("not allowed: " + action);
        this.action = action;
    }

    public Action action() {
        return action;
    }
}
