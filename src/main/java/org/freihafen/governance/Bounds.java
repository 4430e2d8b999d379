package org.freihafen.governance;

import java.time.Duration;

/**
 * How much one person may do in a day, and how long an invitation stays open.
 *
 * @param foundings units founded by one person in a day
 * @param invitations addresses invited by one person in a day
 */
public record Bounds(int foundings, int invitations, Duration invitationOpen) {
    public static final Bounds USUAL = new Bounds(3, 100, Duration.ofDays(30));
}
