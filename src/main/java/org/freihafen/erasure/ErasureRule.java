package org.freihafen.erasure;

import org.freihafen.membership.Tombstones.Cause;

import java.time.LocalDate;

/**
 * When somebody is reminded, and when erased. Each step is counted from the one before: however
 * long Freihafen stood still, nobody is erased without its reminders and the days after each.
 */
final class ErasureRule {
    private ErasureRule() {}

    /** What is to be done today. */
    enum Step {
        WAIT,
        REMIND,
        ERASE
    }

    static Step step(Farewell farewell, GraceTime grace, LocalDate today) {
        if (today.isBefore(next(farewell, grace))) {
            return Step.WAIT;
        }
        return last(farewell, grace) ? Step.ERASE : Step.REMIND;
    }

    /** The day of erasing, if nothing stands still until then. */
    static LocalDate end(Farewell farewell, GraceTime grace) {
        LocalDate end = next(farewell, grace);
        if (farewell.cause() == Cause.LEFT) {
            for (int gap : grace.gaps().subList(told(farewell, grace) + 1, grace.gaps().size())) {
                end = end.plusDays(gap);
            }
        }
        return end;
    }

    private static LocalDate next(Farewell farewell, GraceTime grace) {
        int gap =
                switch (farewell.cause()) {
                    case LEFT -> grace.gaps().get(told(farewell, grace));
                    case ASKED -> grace.afterAsking();
                };
        return farewell.last().plusDays(gap);
    }

    private static boolean last(Farewell farewell, GraceTime grace) {
        return switch (farewell.cause()) {
            case LEFT -> told(farewell, grace) == grace.reminders();
            case ASKED -> true;
        };
    }

    /** Fewer reminders may be configured by now than went out. */
    private static int told(Farewell farewell, GraceTime grace) {
        return Math.min(farewell.told(), grace.reminders());
    }
}
