package org.freihafen.asking;

import java.time.Duration;

/**
 * How much may be asked.
 *
 * @param perDay how often one person may ask in a day
 * @param open how long a request waits for its answer
 */
public record AskingLimits(int perDay, Duration open) {
    public static final AskingLimits USUAL = new AskingLimits(20, Duration.ofDays(30));
}
