package org.freihafen.reconcile;

/** What runs over file clouds wait for before the first one, such as a server of our own. */
@FunctionalInterface
public interface Ready {
    /** Returns when they may begin, at once if there is nothing to wait for. */
    void await() throws InterruptedException;
}
