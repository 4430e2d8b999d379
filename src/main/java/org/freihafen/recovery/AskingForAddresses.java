package org.freihafen.recovery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.hourly.Every;
import org.freihafen.hourly.Look;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every few minutes whose address is new, and asks some of them. */
@Every(minutes = 5, firstAfterSeconds = 120, failing = "cannot ask for addresses now")
@Dependent
public class AskingForAddresses implements Look {
    private static final Logger LOG = Logger.getLogger(AskingForAddresses.class.getName());
    private static final int AT_ONCE = 20;

    @Inject private Recovering recovering;

    @Override
    public void look() {
        int asked = recovering.askNext(AT_ONCE);
        if (asked > 0) {
            LOG.log(Level.INFO, "{0} people were asked to confirm a new address", asked);
        }
    }
}
