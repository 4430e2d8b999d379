package org.freihafen.breach.quay;

import java.time.Clock;
import java.time.LocalDate;

record HandedInClock(Clock clock) {

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
