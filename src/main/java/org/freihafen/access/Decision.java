package org.freihafen.access;

import java.util.Optional;

/** What a use case answers: it is done, or a rule refused it. */
public sealed interface Decision<T> {
    record Done<T>(T value) implements Decision<T> {}

    record Refused<T>(Refusal why) implements Decision<T> {}

    static <T> Decision<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Decision<T> refused(Refusal why) {
        return new Refused<>(why);
    }

    default Optional<Refusal> refusal() {
        return switch (this) {
            case Done<T> _ -> Optional.empty();
            case Refused<T>(Refusal why) -> Optional.of(why);
        };
    }
}
