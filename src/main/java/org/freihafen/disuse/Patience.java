package org.freihafen.disuse;

import org.freihafen.reconcile.Limit;

/**
 * How long an account may go unused.
 *
 * @param days until its holder is told; none for ever
 * @param noticeDays from being told until it rests
 * @param lettersPerHour how many are told in an hour
 * @param limit how many are put to rest at once without asking
 */
public record Patience(int days, int noticeDays, int lettersPerHour, Limit limit) {
    public boolean endless() {
        return days == 0;
    }
}
