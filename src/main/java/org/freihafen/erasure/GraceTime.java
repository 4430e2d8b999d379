package org.freihafen.erasure;

import org.freihafen.reconcile.Limit;

import java.util.ArrayList;
import java.util.List;

/**
 * How long somebody who is gone is still there to come back.
 *
 * @param gaps days from one step to the next: from leaving to the first reminder, and so on, from
 *     the last reminder to the end
 * @param afterAsking days from the granted request to the end
 * @param limit how many are erased at once without asking
 */
public record GraceTime(List<Integer> gaps, int afterAsking, Limit limit) {
    public GraceTime {
        gaps = List.copyOf(gaps);
    }

    /**
     * From how it is configured.
     *
     * @param days from leaving to the end
     * @param before how many days before the end each reminder goes out
     * @throws IllegalArgumentException if the reminders are not in order or not within the days
     */
    public static GraceTime of(long days, List<Integer> before, int afterAsking, Limit limit) {
        List<Integer> gaps = new ArrayList<>();
        long left = days;
        for (int end : before) {
            if (end >= left || end < 1) {
                throw new IllegalArgumentException(
                        "reminders at " + before + " days before the end do not fit into " + days);
            }
            gaps.add((int) (left - end));
            left = end;
        }
        gaps.add((int) left);
        return new GraceTime(gaps, afterAsking, limit);
    }

    int reminders() {
        return gaps.size() - 1;
    }
}
