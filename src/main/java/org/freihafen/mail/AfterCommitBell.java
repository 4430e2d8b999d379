package org.freihafen.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Fires an event that is heard only after the transaction committed. */
@Dependent
public class AfterCommitBell implements PostBell {
    private final Event<Rung> rung;

    @Inject
    AfterCommitBell(Event<Rung> rung) {
        this.rung = rung;
    }

    /** Letters wait. */
    record Rung() {}

    @Override
    public void ring() {
        rung.fire(new Rung());
    }
}
