package org.freihafen.governance;

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
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Members leave a unit by themselves, or its leads end a membership. Belonging by register ends by
 * register. Of two last leads who leave at once, one stays.
 */
@Dependent
@Transactional
public class Leaving {
    private final Access access;
    private final Units units;
    private final Memberships memberships;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public Leaving(
            Access access,
            Units units,
            Memberships memberships,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.memberships = memberships;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    public Decision<Membership> leave(Actor actor, UnitId unit) {
        access.require(actor, Action.LEAVE, unit);
        return end(actor, unit, actor.somebody().orElseThrow(), "membership.left");
    }

    public Decision<Membership> remove(Actor actor, UnitId unit, PersonId person) {
        access.require(actor, Action.END_MEMBERSHIP, unit);
        return end(actor, unit, person, "membership.ended");
    }

    private Decision<Membership> end(Actor actor, UnitId id, PersonId person, String what) {
        units.lock(id);
        LocalDate today = LocalDate.now(clock);
        Optional<Unit> unit = units.byId(id);
        Optional<Membership> membership = memberships.of(person, id, today);
        if (unit.isEmpty() || membership.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_A_MEMBER));
        }
        if (unit.get().kind().byRegister()) {
            return Decision.refused(Refusal.by(Rule.BELONGS_BY_REGISTER, unit.get().kind().name()));
        }
        List<Membership> all = memberships.in(id, today);
        boolean lastLead =
                membership.get().role() == Role.LEAD
                        && all.size() > 1
                        && all.stream().filter(m -> m.role() == Role.LEAD).count() == 1;
        if (lastLead) {
            return Decision.refused(Refusal.by(Rule.LAST_LEAD, unit.get().name()));
        }
        memberships.end(person, id, today);
        units.structure()
                .inheritedBy(id)
                .forEach(merged -> memberships.end(person, merged.id(), today));
        trail.append(AuditEntry.of(actor, what, id, person.value()));
        wake.touched(Touched.membership(id, person));
        return Decision.done(membership.get());
    }
}
