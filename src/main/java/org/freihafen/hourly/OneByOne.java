package org.freihafen.hourly;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does something for each of many, so that one that fails holds up none of the others. */
public final class OneByOne {
    private final Logger log;
    private final String failing;

    /**
     * Says what fails.
     *
     * @param failing what could not be done; the id of the one concerned follows
     */
    public OneByOne(Logger log, String failing) {
        this.log = log;
        this.failing = failing;
    }

    /** Answers for how many there was something to do. */
    public <T> int count(Collection<T> all, Predicate<T> step) {
        int done = 0;
        for (T each : all) {
            try {
                done += step.test(each) ? 1 : 0;
            } catch (RuntimeException e) {
                log.log(Level.WARNING, e, () -> failing + " (" + each + "); again in an hour");
            }
        }
        return done;
    }

    /** Does it for all of them. */
    public <T> void each(Collection<T> all, Consumer<T> step) {
        count(
                all,
                one -> {
                    step.accept(one);
                    return true;
                });
    }
}
