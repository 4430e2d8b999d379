package org.freihafen.runs;

import org.freihafen.reconcile.Saying;

import java.util.Optional;

/** One change of a run, as people read it, and what came of it. */
public record RunLine(int number, Saying text, Result result, Optional<Saying> reason) {

    public RunLine saying(Saying newText) {
        return new RunLine(number, newText, result, reason);
    }

    /** What came of a change; {@code PLANNED} as long as nothing has. */
    public enum Result {
        PLANNED,
        APPLIED,
        REFUSED,
        /** The target is not so far yet; a run that comes by itself makes it. */
        NOT_YET,
        UNAVAILABLE,
        /** Not a change: the target has it, we know nothing of it, and it was left alone. */
        UNEXPLAINED
    }
}
