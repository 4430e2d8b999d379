package org.freihafen.expected;

import org.freihafen.ids.ExpectedId;

import java.time.LocalDate;
import java.util.List;

/** The calendar of expected mass changes. */
public interface ExpectedChanges {
    void add(ExpectedChange expected);

    /** Takes one out; whether it was there. */
    boolean remove(ExpectedId id);

    /** Those that hold on the day, in the order in which they were announced. */
    List<ExpectedChange> on(LocalDate day);

    /** Those that are not over on the day, by their first day. */
    List<ExpectedChange> from(LocalDate day);
}
