package org.freihafen.disuse;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;
import org.freihafen.hourly.OneByOne;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks every hour who uses their account; what it cannot see for certain, nothing follows from.
 */
@Every(minutes = 60, firstAfterSeconds = 720, failing = "cannot look for unused accounts")
@Dependent
public class DisuseEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(DisuseEveryHour.class.getName());
    private static final OneByOne ALONE = new OneByOne(LOG, "cannot look after an unused account");

    @Inject private LookingForUse looking;
    @Inject private PuttingToRest putting;

    @Override
    public void look() {
        if (!looking.looks()) {
            return;
        }
        try {
            looking.look();
            ALONE.each(putting.unused(), putting::tell);
            int resting = ALONE.count(putting.due(), putting::rest);
            if (resting > 0) {
                LOG.log(Level.INFO, "{0} unused accounts were put to rest", resting);
            }
        } catch (TargetUnavailable e) {
            LOG.log(Level.WARNING, "cannot look for unused accounts; again in an hour", e);
        }
    }
}
