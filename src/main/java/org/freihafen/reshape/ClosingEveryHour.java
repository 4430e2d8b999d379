package org.freihafen.reshape;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;

/** Looks every hour whether anything is over that an ended unit still held. */
@Every(minutes = 60, firstAfterSeconds = 180, failing = "cannot close what ended units held")
@Dependent
public class ClosingEveryHour implements Look {
    @Inject private ClosingEndings closing;

    @Override
    public void look() {
        closing.close();
    }
}
