package org.freihafen.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was counted, day by day. */
public interface Tallies {
    /** Counts anew what holds on a day; whether somebody is paid up is only known of today. */
    default List<Tally> count(LocalDate day) {
        return count(day, day);
    }

    /**
     * Counts anew, all at one moment, who there is at the end of the last day, and who came and
     * went since the first.
     */
    List<Tally> count(LocalDate first, LocalDate last);

    /** Puts these in the place of what was counted on that day. */
    void replace(LocalDate day, List<Tally> tallies);

    /** From one day to another, both included, oldest first. */
    List<Tally> between(LocalDate from, LocalDate to);

    /** Those of the last day that was counted of each month since then, oldest first. */
    List<Tally> monthly(LocalDate since);

    Optional<LocalDate> latest();
}
