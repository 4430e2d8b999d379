package org.freihafen.arrival;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every minute whether somebody can be invited. */
@Every(minutes = 1, firstAfterSeconds = 60, failing = "cannot invite anybody now")
@Dependent
public class WelcomingInWaves implements Look {
    private static final Logger LOG = Logger.getLogger(WelcomingInWaves.class.getName());

    @Inject private Welcoming welcoming;

    @Override
    public void look() {
        int invited = welcoming.inviteNext();
        if (invited > 0) {
            LOG.log(Level.INFO, "{0} people were invited by letter", invited);
        }
    }
}
