package org.freihafen.renewal;

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
import org.freihafen.ceilings.CeilingRule;
import org.freihafen.ceilings.CeilingRule.Ruled;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A unit renews a grant that ends soon, for as long again as it held, or as long as the ceilings
 * allow from today. It begins a new term with that; the old one stays in its history.
 */
@Dependent
@Transactional
public class Renewing {
    private final Access access;
    private final Units units;
    private final Workspaces workspaces;
    private final Grants grants;
    private final Ceilings ceilings;
    private final ReminderDays days;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public Renewing(
            Access access,
            Units units,
            Workspaces workspaces,
            Grants grants,
            Ceilings ceilings,
            ReminderDays days,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.workspaces = workspaces;
        this.grants = grants;
        this.ceilings = ceilings;
        this.days = days;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * A grant that ends soon.
     *
     * @param renewed what it would be once renewed, or why it cannot be
     */
    public record Ending(Grant grant, Decision<Grant> renewed) {}

    /** Grants of the unit, and of those that went into it, that end soon; the soonest first. */
    public List<Ending> ending(Actor actor, UnitId unit) {
        if (!access.allows(actor, Action.GRANT, unit)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        Structure structure = units.structure();
        return structure.withInherited(unit).stream()
                .flatMap(giver -> grants.by(giver, today).stream())
                .filter(grant -> grant.holdsOn(today) && days.isNear(grant, today))
                .sorted(Comparator.comparing(grant -> grant.until().orElseThrow()))
                .map(grant -> new Ending(grant, renewed(structure, grant, today)))
                .toList();
    }

    public Decision<Grant> renew(Actor actor, GrantId id) {
        LocalDate today = LocalDate.now(clock);
        grants.byId(id).ifPresent(grant -> units.lock(grant.folder().workspace()));
        Optional<Grant> found = grants.byId(id).filter(grant -> grant.holdsOn(today));
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        UnitId giver = found.get().folder().workspace();
        access.require(actor, Action.GRANT, giver);
        Decision<Grant> decision = renewed(units.structure(), found.get(), today);
        if (!(decision instanceof Decision.Done<Grant>(Grant renewed))) {
            return decision;
        }
        Grant decided = renewed.decidedBy(actor.somebody().orElseThrow());
        grants.save(decided);
        trail.append(AuditEntry.of(actor, "grant.renewed", giver, id.value()));
        wake.touched(Touched.workspace(giver));
        return Decision.done(decided);
    }

    private Decision<Grant> renewed(Structure structure, Grant grant, LocalDate today) {
        Optional<LocalDate> end = grant.until();
        UnitId giver = grant.folder().workspace();
        Optional<Unit> owner = structure.heir(giver).filter(unit -> !unit.ended());
        if (end.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.GRANT_HAS_NO_END));
        }
        if (owner.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.UNIT_ENDED, giver.toString()));
        }
        String cloud = workspaces.of(giver).map(Workspace::cloud).orElse(Entrants.WORKING);
        List<Ruled> chain = ceilings.over(structure, owner.get(), cloud);
        LocalDate again = again(grant.period().from(), end.get());
        LocalDate until =
                CeilingRule.effective(chain)
                        .longestDays()
                        .filter(_ -> grant.to().kind() != Grantee.Kind.UNIT)
                        .map(today::plusDays)
                        .filter(latest -> latest.isBefore(again))
                        .orElse(again);
        LocalDate later = until.isAfter(end.get()) ? until : end.get().plusDays(1);
        Period term = new Period(today, Optional.of(later));
        Optional<Refusal> no = CeilingRule.check(chain, grant.to(), term);
        return no.isPresent() ? Decision.refused(no.get()) : Decision.done(grant.during(term));
    }

    private static LocalDate again(LocalDate from, LocalDate end) {
        return end.plusDays(Math.max(1, ChronoUnit.DAYS.between(from, end)));
    }
}
