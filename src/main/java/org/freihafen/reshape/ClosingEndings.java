package org.freihafen.reshape;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Memberships;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;

/**
 * Lets go of what an ended unit still held: of its people of before once no grant to them waits for
 * a word, of the way back once the time for it is over.
 */
@Dependent
@Transactional
public class ClosingEndings {
    private final Units units;
    private final Memberships memberships;
    private final Grants grants;
    private final RestorableFor restorable;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public ClosingEndings(
            Units units,
            Memberships memberships,
            Grants grants,
            RestorableFor restorable,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.grants = grants;
        this.restorable = restorable;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /** Closes all that is over. */
    public void close() {
        for (Ending ending : units.structure().endings()) {
            if (ending.restorable()
                    && !LocalDate.now(clock).isBefore(restorable.lastDay(ending).plusDays(1))) {
                close(ending);
            }
            closeIfDecided(ending.unit());
        }
    }

    void closeIfDecided(UnitId merged) {
        units.structure()
                .ending(merged)
                .filter(Ending::keepsPeople)
                .filter(_ -> grants.to(merged, LocalDate.now(clock)).isEmpty())
                .ifPresent(this::close);
    }

    private void close(Ending ending) {
        LocalDate today = LocalDate.now(clock);
        memberships.end(
                memberships.in(ending.unit(), today), ending.restorable() ? ending.on() : today);
        units.save(ending.close());
        trail.append(AuditEntry.of(new Actor.Host(), "unit.closed", ending.unit()));
        wake.touched(Touched.unit(ending.unit()));
    }
}
