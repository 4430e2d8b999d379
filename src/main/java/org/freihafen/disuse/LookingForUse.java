package org.freihafen.disuse;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Uses;
import org.freihafen.directory.LastBinds;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Asks the directory, outside any transaction, when people last bound, and keeps the days. */
@Dependent
public class LookingForUse {
    private final LastBinds binds;
    private final Uses uses;
    private final Patience patience;
    private final LastLook lastLook;
    private final Clock clock;

    @Inject
    public LookingForUse(
            LastBinds binds, Uses uses, Patience patience, LastLook lastLook, Clock clock) {
        this.binds = binds;
        this.uses = uses;
        this.patience = patience;
        this.lastLook = lastLook;
        this.clock = clock;
    }

    /** Whether anybody's account can be found unused at all. */
    public boolean looks() {
        return binds.kept() && !patience.endless();
    }

    /**
     * Looks.
     *
     * @throws TargetUnavailable if the directory could not be read; then nothing is to follow
     */
    void look() throws TargetUnavailable {
        lastLook.begins();
        LocalDate today = LocalDate.now(clock);
        Map<PersonId, LocalDate> days = new HashMap<>();
        binds.read()
                .forEach((person, at) -> {
                    LocalDate day = LocalDate.ofInstant(at, clock.getZone());
                    days.put(person, day.isAfter(today) ? today : day);
                });
        uses.bound(days);
        lastLook.succeeded();
    }
}
