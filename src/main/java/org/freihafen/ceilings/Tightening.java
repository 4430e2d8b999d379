package org.freihafen.ceilings;

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
import org.freihafen.membership.Period;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.shares.LinkPasswords;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A unit sets how far it and all below it may grant. What that would end or shorten is shown first,
 * and done only as it was shown.
 */
@Dependent
@Transactional
public class Tightening {
    private final Access access;
    private final Units units;
    private final Grants grants;
    private final Ceilings ceilings;
    private final UnitCeilings set;
    private final LinkPasswords passwords;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public Tightening(
            Access access,
            Units units,
            Grants grants,
            Ceilings ceilings,
            UnitCeilings set,
            LinkPasswords passwords,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.grants = grants;
        this.ceilings = ceilings;
        this.set = set;
        this.passwords = passwords;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * What becomes of a grant.
     *
     * @param until the first day on which it would no longer hold; today if it ends at once
     */
    public record Cut(Grant grant, LocalDate until) {}

    /** Changes nothing: what this would end or shorten. */
    public Decision<List<Cut>> look(Actor actor, UnitId id, Ceiling wished) {
        access.require(actor, Action.RULE_CEILING, id);
        Structure structure = units.structure();
        Optional<Unit> unit = structure.byId(id);
        if (unit.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Unit ruler = unit.get();
        if (ruler.ended()) {
            return Decision.refused(Refusal.by(Rule.UNIT_ENDED, ruler.name()));
        }
        String cloud = ruler.kind().cloud().orElse(Entrants.WORKING);
        Optional<Refusal> no =
                CeilingRule.checkTightening(ceilings.above(structure, ruler, cloud), wished);
        return no.isPresent()
                ? Decision.refused(no.get())
                : Decision.done(cuts(structure, ruler, wished));
    }

    /**
     * Does it, if it ends and shortens exactly what was shown.
     *
     * @param shown the grants that {@link #look} named
     */
    public Decision<List<Cut>> tighten(Actor actor, UnitId id, Ceiling wished, Set<GrantId> shown) {
        access.require(actor, Action.RULE_CEILING, id);
        units.lock(id);
        Decision<List<Cut>> looked = look(actor, id, wished);
        if (!(looked instanceof Decision.Done<List<Cut>>(List<Cut> cuts))) {
            return looked;
        }
        Set<GrantId> now = cuts.stream().map(cut -> cut.grant().id()).collect(Collectors.toSet());
        if (!now.equals(shown)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        set.put(id, wished);
        trail.append(AuditEntry.of(actor, "ceiling.set", id, id.value()));
        for (Cut cut : cuts) {
            Grant grant = cut.grant();
            Period period = new Period(grant.period().from(), Optional.of(cut.until()));
            grants.save(grant.during(period).decidedBy(actor.somebody().orElseThrow()));
            UnitId giver = grant.folder().workspace();
            boolean ended = !cut.until().isAfter(LocalDate.now(clock));
            if (ended) {
                passwords.forget(grant.id());
            }
            trail.append(
                    AuditEntry.of(
                            actor,
                            ended ? "grant.ended" : "grant.changed",
                            giver,
                            grant.id().value()));
            wake.touched(Touched.workspace(giver));
        }
        return looked;
    }

    private List<Cut> cuts(Structure structure, Unit ruler, Ceiling wished) {
        LocalDate today = LocalDate.now(clock);
        return grants.all(today).stream()
                .filter(grant -> isUnder(structure, grant.folder().workspace(), ruler))
                .flatMap(grant ->
                        CeilingRule.cut(wished, grant, today)
                                .map(until -> new Cut(grant, until))
                                .stream())
                .toList();
    }

    private static boolean isUnder(Structure structure, UnitId giver, Unit ruler) {
        return structure
                .heir(giver)
                .filter(owner ->
                        structure.upward(owner.id()).stream()
                                .anyMatch(unit -> unit.id().equals(ruler.id())))
                .isPresent();
    }
}
