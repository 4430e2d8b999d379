package org.freihafen.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.enrolment.Enrolling;
import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;

import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes every hour what was kept long enough, and discards rosters that waited too long. */
@Every(minutes = 60, firstAfterSeconds = 300, failing = "cannot delete what was kept long enough")
@Dependent
public class ForgettingEveryHour implements Look {
    private static final Logger LOG = Logger.getLogger(ForgettingEveryHour.class.getName());

    @Inject private Forgetting forgetting;
    @Inject private Enrolling enrolling;
    @Inject private Retention retention;
    @Inject private InstantSource clock;

    @Override
    public void look() {
        enrolling.discardOlder(clock.instant().minus(retention.waitingRosters()));
        Map<Leftovers.Sort, Integer> deleted = forgetting.forget();
        if (!deleted.isEmpty()) {
            LOG.log(Level.INFO, "deleted what was kept long enough, in rows: {0}", deleted);
        }
    }
}
