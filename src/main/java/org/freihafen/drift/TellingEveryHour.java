package org.freihafen.drift;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.hourly.OneByOne;

import java.util.logging.Logger;

/** Looks every hour whether something done by hand waits for a word. */
@Every(
        minutes = 60,
        firstAfterSeconds = 420,
        failing = "cannot tell leads of what was done by hand")
@Dependent
public class TellingEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(TellingEveryHour.class.getName());
    private static final OneByOne ALONE =
            new OneByOne(LOG, "cannot tell the leads of a unit what was done by hand");

    @Inject private TellingOfDrift telling;

    @Override
    public void look() {
        ALONE.each(telling.wanted(), telling::tell);
    }
}
