package org.freihafen.reconcile;

/** What came of one change. */
public sealed interface Outcome {
    record Applied() implements Outcome {}

    /** The target said no to this one change; the others go on. The reason says how to mend it. */
    record Refused(Saying reason) implements Outcome {}

    /**
     * The target is not so far yet, as is to be expected of it; the change is made by a run that
     * comes by itself.
     */
    record NotYet(Saying reason) implements Outcome {}

    /** The target could not be asked; the change waits for the next run. */
    record Unavailable(Saying reason) implements Outcome {}
}
