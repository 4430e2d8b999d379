package org.freihafen.runs;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;

/** Tells the loop what was touched, once the transaction has committed and only if it did. */
@Dependent
public class AfterCommit implements Wake {
    private final Event<Touched> touched;
    private final Event<Everything> everything;

    @Inject
    AfterCommit(Event<Touched> touched, Event<Everything> everything) {
        this.touched = touched;
        this.everything = everything;
    }

    /** So much was touched that every target wants a full run. */
    record Everything() {}

    @Override
    public void touched(Touched what) {
        touched.fire(what);
    }

    @Override
    public void everything() {
        everything.fire(new Everything());
    }
}
