package org.freihafen.reconcile;

/** A target could not be read whole. Says why to an administrator, with the cure. */
public final class TargetUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Saying why;
    private final boolean expected;

    public TargetUnavailable(Saying why) {
        super(why.toString());
        this.why = why;
        expected = false;
    }

    public TargetUnavailable(Saying why, Throwable cause) {
        super(why.toString(), cause);
        this.why = why;
        expected = false;
    }

    private TargetUnavailable(Saying why, boolean expected) {
        super(why.toString());
        this.why = why;
        this.expected = expected;
    }

    /** The target is not so far yet, as is to be expected of it, and will be by itself. */
    public static TargetUnavailable forNow(Saying why) {
        return new TargetUnavailable(why, true);
    }

    public Saying why() {
        return why;
    }

    /** What comes of a change that met with this. */
    public Outcome outcome() {
        return expected ? new Outcome.NotYet(why) : new Outcome.Unavailable(why);
    }
}
