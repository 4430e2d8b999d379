package org.freihafen.guests;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.hourly.OneByOne;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every hour whose stay comes to its end. */
@Every(minutes = 60, firstAfterSeconds = 120, failing = "cannot look after guests")
@Dependent
public class GuestsEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(GuestsEveryHour.class.getName());
    private static final OneByOne ALONE = new OneByOne(LOG, "cannot look after a guest");

    @Inject private EndingGuests ending;

    @Override
    public void look() {
        int ended = ALONE.count(ending.due(), ending::look);
        if (ended > 0) {
            LOG.log(Level.INFO, "the stay of {0} guests ended", ended);
        }
    }
}
