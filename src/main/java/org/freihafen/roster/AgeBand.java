package org.freihafen.roster;

import java.util.OptionalInt;

/** How old somebody is, as coarsely as reports need it. */
public enum AgeBand {
    UP_TO_24,
    FROM_25_TO_34,
    FROM_35_TO_49,
    FROM_50_TO_64,
    FROM_65,
    UNKNOWN;

    public static AgeBand of(OptionalInt years) {
        if (years.isEmpty() || years.getAsInt() < 0) {
            return UNKNOWN;
        }
        int age = years.getAsInt();
        if (age < 25) {
            return UP_TO_24;
        }
        if (age < 35) {
            return FROM_25_TO_34;
        }
        if (age < 50) {
            return FROM_35_TO_49;
        }
        return age < 65 ? FROM_50_TO_64 : FROM_65;
    }
}
