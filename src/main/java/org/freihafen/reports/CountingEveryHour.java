package org.freihafen.reports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;

/** Counts every hour, so that what a roster did today is in today's numbers. */
@Every(minutes = 60, firstAfterSeconds = 60, failing = "cannot count people")
@Dependent
public class CountingEveryHour implements Look {
    @Inject private Counting counting;

    @Override
    public void look() {
        counting.count();
    }
}
