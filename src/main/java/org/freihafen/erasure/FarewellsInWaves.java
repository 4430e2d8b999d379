package org.freihafen.erasure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.hourly.OneByOne;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every minute whether somebody who left can be written to. */
@Every(minutes = 1, firstAfterSeconds = 200, failing = "cannot write to people who left")
@Dependent
public class FarewellsInWaves implements Look {
    private static final Logger LOG = Logger.getLogger(FarewellsInWaves.class.getName());
    private static final OneByOne ALONE = new OneByOne(LOG, "cannot write to somebody who left");

    @Inject private WritingFarewells writing;

    @Override
    public void look() {
        int written = ALONE.count(writing.next(), writing::write);
        if (written > 0) {
            LOG.log(Level.INFO, "{0} people who left were written to", written);
        }
    }
}
