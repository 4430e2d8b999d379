package org.freihafen.answers;

import java.time.Duration;

/** The answers of some time, across restarts. Each change is a transaction of its own. */
public interface Answers {
    /** How a request stands. */
    sealed interface Stand {
        /** It is asked for the first time, and noted as begun. */
        record First() implements Stand {}

        /** It was begun, with this body or another, and there is no answer to give again. */
        record Begun() implements Stand {}

        /** It was answered, with this very body. */
        record Answered(Answer answer) implements Stand {}
    }

    /**
     * Notes that the request begins, unless it did before; of many at once one is the first.
     *
     * @param kept how long an earlier one counts
     */
    Stand begin(Asking asking, Duration kept);

    /** Keeps the answer to a request that was begun. */
    void keep(String request, Answer answer);

    /** Nothing came of the request: it may begin anew. */
    void forget(String request);
}
