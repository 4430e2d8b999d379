package org.freihafen.rest;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;

/** A rule said no: {@link Problems} turns it into words. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal why;

    public Refused(Refusal why) {
        super(why.rule().name());
        this.why = why;
    }

    Refusal why() {
        return why;
    }

    /**
     * What was decided.
     *
     * @throws Refused if a rule refused it
     */
    public static <T> T unless(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(Refusal why) -> throw new Refused(why);
        };
    }
}
