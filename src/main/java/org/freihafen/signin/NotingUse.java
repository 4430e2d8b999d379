package org.freihafen.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.freihafen.accounts.Uses;
import org.freihafen.ids.PersonId;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Notes that people come in here, of each day once. Nobody is kept out because it fails. */
@Singleton
public class NotingUse {
    private static final Logger LOG = Logger.getLogger(NotingUse.class.getName());

    private final Uses uses;
    private final Clock clock;
    private final Map<PersonId, LocalDate> noted = new ConcurrentHashMap<>();

    @Inject
    public NotingUse(Uses uses, Clock clock) {
        this.uses = uses;
        this.clock = clock;
    }

    public void came(PersonId person) {
        LocalDate today = LocalDate.now(clock);
        if (today.equals(noted.put(person, today))) {
            return;
        }
        try {
            uses.came(person, today);
        } catch (RuntimeException e) {
            noted.remove(person);
            LOG.log(Level.WARNING, "cannot note that somebody came in", e);
        }
    }
}
