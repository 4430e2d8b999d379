package org.freihafen.erasure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.retention.Expiring;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Counts those who are about to be erased, for the table of what is kept. */
@Dependent
public class DueErasures implements Expiring {
    private final Erasing erasing;
    private final Clock clock;

    @Inject
    public DueErasures(Erasing erasing, Clock clock) {
        this.erasing = erasing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "register";
    }

    @Override
    public int due(Duration later) {
        return erasing.dueOn(LocalDate.now(clock).plusDays(later.toDays()));
    }
}
