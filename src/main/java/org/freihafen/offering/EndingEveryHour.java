package org.freihafen.offering;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.hourly.OneByOne;

import java.util.logging.Logger;

/** Looks every hour whether grants to people should have ended. */
@Every(minutes = 60, firstAfterSeconds = 300, failing = "cannot end grants of people who left")
@Dependent
public class EndingEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(EndingEveryHour.class.getName());
    private static final OneByOne ALONE =
            new OneByOne(LOG, "cannot end a grant of somebody who left");

    @Inject private EndingPersonal ending;

    @Override
    public void look() {
        ALONE.each(ending.over(), ending::end);
    }
}
