package org.freihafen.runs;

import java.util.Optional;

/** One change of a run, as people read it, and what came of it. */
public record RunLine(int number, String text, Result result, Optional<String> reason) {

    /** What came of a change; {@code PLANNED} as long as nothing has. */
    public enum Result {
        PLANNED,
        APPLIED,
        REFUSED,
        UNAVAILABLE,
        /** Not a change: the target has it, we know nothing of it, and it was left alone. */
        UNEXPLAINED
    }
}
