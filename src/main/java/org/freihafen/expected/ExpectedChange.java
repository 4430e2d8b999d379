package org.freihafen.expected;

import org.freihafen.ids.ExpectedId;
import org.freihafen.reconcile.Limit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A mass change that is no surprise: every 1 January, all members owe again.
 *
 * @param what the sort of change, one of those that a limit is set for
 * @param from the first day
 * @param until the last day
 * @param limit what is allowed on those days instead of the usual
 * @param reason why, for whoever reads the plan
 */
public record ExpectedChange(
        ExpectedId id, String what, LocalDate from, LocalDate until, Limit limit, String reason) {
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** The limits that these lift; of two for the same sort the last counts. */
    public static Map<String, Limit> lifted(List<ExpectedChange> expected) {
        Map<String, Limit> lifted = new HashMap<>();
        expected.forEach(each -> lifted.put(each.what(), each.limit()));
        return lifted;
    }
}
