package org.freihafen.asking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.hourly.OneByOne;

import java.util.logging.Logger;

/** Looks every hour whether a request has waited too long. */
@Every(minutes = 60, firstAfterSeconds = 240, failing = "cannot end requests that nobody answered")
@Dependent
public class LapsingEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(LapsingEveryHour.class.getName());
    private static final OneByOne ALONE =
            new OneByOne(LOG, "cannot end a request that nobody answered");

    @Inject private Lapsing lapsing;

    @Override
    public void look() {
        ALONE.each(lapsing.due(), lapsing::lapse);
    }
}
