package org.freihafen.erasure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.hourly.OneByOne;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every hour whom to remind and whom to erase. */
@Every(minutes = 60, firstAfterSeconds = 180, failing = "cannot remind or erase people who left")
@Dependent
public class ErasureEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(ErasureEveryHour.class.getName());
    private static final OneByOne ALONE =
            new OneByOne(LOG, "cannot remind or erase somebody who left");

    @Inject private Erasing erasing;

    @Override
    public void look() {
        erasing.catchUp();
        int steps = together() + ALONE.count(erasing.due(), erasing::step);
        if (steps > 0) {
            LOG.log(Level.INFO, "{0} people who left were reminded or erased", steps);
        }
    }

    /** Whoever cannot be erased holds up the others only until they are taken one by one. */
    private int together() {
        try {
            return erasing.eraseDue();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot erase all together; going on one by one", e);
            return 0;
        }
    }
}
