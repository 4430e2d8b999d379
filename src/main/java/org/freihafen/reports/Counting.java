package org.freihafen.reports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;

/**
 * Counts people by unit. The days that were missed are counted too, at most two months of them;
 * counting a day again gives what holds of it now.
 */
@Dependent
@Transactional
public class Counting {
    private static final int MISSED_AT_MOST = 62;

    private final Tallies tallies;
    private final Clock clock;

    @Inject
    public Counting(Tallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    public void count() {
        LocalDate today = LocalDate.now(clock);
        LocalDate from =
                tallies.latest()
                        .filter(last -> last.isAfter(today.minusDays(MISSED_AT_MOST)))
                        .orElse(today.minusDays(1));
        for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
            tallies.replace(day, tallies.count(day));
        }
    }
}
