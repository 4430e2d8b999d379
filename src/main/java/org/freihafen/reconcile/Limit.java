package org.freihafen.reconcile;

/**
 * How much may be lost in one place without asking: whatever is lost up to {@code atMost}; beyond
 * it, up to {@code percent} of what was there.
 */
public record Limit(int atMost, int percent) {
    public boolean allows(Loss loss) {
        return loss.lost() <= atMost || loss.lost() * 100L <= (long) percent * loss.before();
    }
}
