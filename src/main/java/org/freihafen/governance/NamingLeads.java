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
import java.util.Set;

/**
 * Who leads a unit, out of those who belong to it directly. Somebody always does, once somebody
 * did.
 */
@Dependent
@Transactional
public class NamingLeads {
    private final Access access;
    private final Units units;
    private final Memberships memberships;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public NamingLeads(
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

    /** Makes exactly these the leads; everybody else who led becomes a member. */
    public Decision<Set<PersonId>> name(Actor actor, UnitId id, Set<PersonId> leads) {
        access.require(actor, Action.NAME_LEADS, id);
        units.lock(id);
        Optional<Unit> unit = units.byId(id).filter(u -> !u.ended());
        if (unit.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        if (leads.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.LAST_LEAD, unit.get().name()));
        }
        List<Membership> all = memberships.in(id, LocalDate.now(clock));
        Set<PersonId> belonging =
                Set.copyOf(all.stream().map(Membership::person).distinct().toList());
        if (!belonging.containsAll(leads)) {
            return Decision.refused(Refusal.by(Rule.NOT_A_MEMBER));
        }
        for (Membership membership : all) {
            Role role = leads.contains(membership.person()) ? Role.LEAD : Role.MEMBER;
            if (membership.role() != role) {
                memberships.save(
                        new Membership(
                                membership.person(),
                                id,
                                role,
                                membership.period(),
                                membership.origin()));
                trail.append(
                        AuditEntry.of(
                                actor,
                                role == Role.LEAD ? "lead.named" : "lead.ended",
                                id,
                                membership.person().value()));
                wake.touched(Touched.membership(id, membership.person()));
            }
        }
        return Decision.done(Set.copyOf(leads));
    }
}
