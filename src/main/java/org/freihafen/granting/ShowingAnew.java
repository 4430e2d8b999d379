package org.freihafen.granting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.shares.ShownAnew;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A unit has a folder shown anew to those of a group who hid it from their own files. The grant
 * stays as it is; the cloud makes the share again.
 */
@Dependent
@Transactional
public class ShowingAnew {
    private final Access access;
    private final Grants grants;
    private final Units units;
    private final ShownAnew shownAnew;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public ShowingAnew(
            Access access,
            Grants grants,
            Units units,
            ShownAnew shownAnew,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.access = access;
        this.grants = grants;
        this.units = units;
        this.shownAnew = shownAnew;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /** Only what a cloud shares with a group can be hidden; asking for more is not found. */
    public Decision<Grant> show(Actor actor, GrantId id) {
        Optional<Grant> found =
                grants.byId(id)
                        .filter(grant -> grant.holdsOn(LocalDate.now(clock)))
                        .filter(grant -> grant.to().toGroup().isPresent())
                        .filter(grant -> grant.folder().folder().isPresent());
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        UnitId unit = found.get().folder().workspace();
        access.require(actor, Action.GRANT, unit);
        units.lock(unit);
        shownAnew.ask(id);
        trail.append(AuditEntry.of(actor, "grant.shown-anew", unit, id.value()));
        wake.touched(Touched.workspace(unit));
        return Decision.done(found.get());
    }
}
