package org.freihafen.leaving;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Loss;

import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every hour whether somebody's day of leaving has come. */
@Every(minutes = 60, firstAfterSeconds = 60, failing = "cannot look who leaves today")
@Dependent
public class LeavingEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(LeavingEveryHour.class.getName());

    @Inject private LeavingDue leavingDue;

    @Override
    public void look() {
        say(leavingDue.leave());
    }

    private static void say(LeavingDue.Looked looked) {
        switch (looked) {
            case LeavingDue.Looked.Left(int count, Set<PersonId> staying) -> {
                if (count > 0) {
                    LOG.log(Level.INFO, "{0} people left, as the register had announced", count);
                }
                if (!staying.isEmpty()) {
                    LOG.log(
                            Level.SEVERE,
                            "{0} should have left, but nobody else administers the whole. Give that"
                                    + " duty to somebody who stays, without an end.",
                            staying);
                }
            }
            case LeavingDue.Looked.Held(int due, List<Loss> beyond) ->
                    LOG.log(
                            Level.SEVERE,
                            "{0} people are due to leave, which is beyond freihafen.held.{1}. They"
                                    + " wait until the member office approves, or hands in a roster"
                                    + " with the right days.",
                            new Object[] {due, beyond.getFirst().what()});
        }
    }
}
