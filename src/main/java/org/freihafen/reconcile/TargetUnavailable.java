package org.freihafen.reconcile;

/**
 * A target could not be read whole. The message is one sentence for an administrator, with the
 * cure.
 */
public final class TargetUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public TargetUnavailable(String message) {
        super(message);
    }

    public TargetUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
