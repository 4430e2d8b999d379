package org.freihafen.arrival;

import java.time.Duration;

/**
 * How many are invited, and for how long an invitation holds.
 *
 * @param perHour so few that whoever helps them can keep up
 */
public record Wave(int perHour, Duration open) {}
