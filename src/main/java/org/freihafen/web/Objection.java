package org.freihafen.web;

import org.freihafen.signin.SignIn;
import org.freihafen.words.Words;

/** Why a request is nobody's although it tried to be somebody's. */
sealed interface Objection {
    /** The token is not known, was ended or has expired. */
    record Token() implements Objection {}

    /** Name and password with each request are for the sandbox. */
    record NoBasic() implements Objection {}

    record Password(SignIn came) implements Objection {}

    default Problem problem(Words words) {
        return switch (this) {
            case Token() ->
                    Problem.of(401, "signin", words).saying(words.say("problem.signin.token"));
            case NoBasic() ->
                    Problem.of(401, "signin", words).saying(words.say("problem.signin.basic"));
            case Password(SignIn came) ->
                    switch (came) {
                        case SignIn.Slowed(var pause) ->
                                Problem.of(429, "slowed", words, seconds(pause));
                        case SignIn.Unreachable _ -> Problem.of(503, "unreachable", words);
                        case SignIn.Wrong(), SignIn.Welcome _ ->
                                Problem.of(401, "signin", words)
                                        .saying(words.say("problem.signin.wrong"));
                    };
        };
    }

    /** For the header {@code Retry-After}; zero for none. */
    default long retryAfter() {
        return this instanceof Password(SignIn.Slowed(var pause)) ? seconds(pause) : 0;
    }

    private static long seconds(java.time.Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
