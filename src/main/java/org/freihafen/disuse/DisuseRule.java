package org.freihafen.disuse;

import org.freihafen.accounts.Use;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether an account is unused. Where the directory does not tell when somebody last bound, nothing
 * follows: most people use the clouds alone. Nobody's account rests without having been told, and
 * all the days after that.
 */
final class DisuseRule {
    private DisuseRule() {}

    /** What is to be done today. */
    enum Step {
        NOTHING,
        TELL,
        WAIT,
        REST
    }

    static Step step(Use use, Patience patience, LocalDate today) {
        Optional<LocalDate> last = use.last();
        if (patience.endless()
                || last.isEmpty()
                || last.get().plusDays(patience.days()).isAfter(today)) {
            return Step.NOTHING;
        }
        if (use.told().isEmpty()) {
            return Step.TELL;
        }
        return rests(use, patience).filter(day -> !day.isAfter(today)).isPresent()
                ? Step.REST
                : Step.WAIT;
    }

    /** The day on which it rests, if nobody uses it until then; empty until they were told. */
    static Optional<LocalDate> rests(Use use, Patience patience) {
        return use.told().map(day -> day.plusDays(patience.noticeDays()));
    }
}
