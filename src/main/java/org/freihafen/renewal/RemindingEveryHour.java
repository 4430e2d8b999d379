package org.freihafen.renewal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.hourly.OneByOne;

import java.util.logging.Logger;

/** Looks every hour whether grants end soon. */
@Every(minutes = 60, firstAfterSeconds = 360, failing = "cannot remind of grants that end")
@Dependent
public class RemindingEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(RemindingEveryHour.class.getName());
    private static final OneByOne ALONE = new OneByOne(LOG, "cannot remind of grants of a unit");

    @Inject private Reminding reminding;

    @Override
    public void look() {
        ALONE.each(reminding.near(), reminding::remind);
    }
}
