package org.freihafen.applying;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;

/** Looks every minute whether a crash or a failure left an approved roster unfinished. */
@Every(minutes = 1, firstAfterSeconds = 10, failing = "cannot carry a roster on")
@Dependent
public class ApplyingEveryMinute implements Look {
    @Inject private CarryingOn carrying;

    @Override
    public void look() {
        carrying.finishAll();
    }
}
