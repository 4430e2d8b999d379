package org.freihafen.monthly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.hourly.OneByOne;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every hour whether a month is over, and brings what waits where it belongs. */
@Every(minutes = 60, firstAfterSeconds = 540, failing = "cannot deliver statements")
@Dependent
public class StatementsEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(StatementsEveryHour.class.getName());
    private static final OneByOne ALONE = new OneByOne(LOG, "cannot deliver a statement");

    @Inject private DrawingUp drawingUp;
    @Inject private Delivering delivering;
    @Inject private Announcing announcing;
    @Inject private MonthlyStatements statements;

    @Override
    public void look() {
        try {
            drawingUp.drawUp();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot draw up statements; again in an hour", e);
        }
        ALONE.each(statements.open(), delivering::deliver);
        ALONE.each(announcing.untold(), announcing::tell);
    }
}
