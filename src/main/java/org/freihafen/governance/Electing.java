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
import org.freihafen.access.TextRule;
import org.freihafen.access.TextRule.Text;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKind.Intake;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The member office records who of those below a unit was elected into its board, and until when.
 * Belonging by election needs no invitation; the term ends by itself.
 */
@Dependent
@Transactional
public class Electing {
    private final Access access;
    private final Units units;
    private final Addressees addressees;
    private final Memberships memberships;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public Electing(
            Access access,
            Units units,
            Addressees addressees,
            Memberships memberships,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.addressees = addressees;
        this.memberships = memberships;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * Who was elected as what.
     *
     * @param address login name, member number or e-mail address of exactly one person
     * @param lastDay of the term; empty if it is open
     */
    public record Result(String address, Role role, Optional<LocalDate> lastDay) {}

    public Decision<Membership> record(Actor actor, UnitId id, Result result) {
        access.require(actor, Action.RECORD_ELECTION, id);
        units.lock(id);
        LocalDate today = LocalDate.now(clock);
        Optional<Unit> unit = units.byId(id);
        String address = result.address().strip();
        Optional<Refusal> no =
                TextRule.check(Text.ADDRESS, address).or(() -> check(unit, id, result, today));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        List<PersonId> fitting = electable(address, unit.orElseThrow(), today);
        if (fitting.size() != 1) {
            Rule rule = fitting.isEmpty() ? Rule.NOT_FOUND : Rule.ADDRESS_AMBIGUOUS;
            return Decision.refused(Refusal.by(rule, address));
        }
        PersonId elected = fitting.getFirst();
        Optional<LocalDate> until = result.lastDay().map(day -> day.plusDays(1));
        Optional<Membership> before = memberships.of(elected, id, today);
        Membership membership =
                new Membership(
                        elected,
                        id,
                        result.role(),
                        new Period(before.map(m -> m.period().from()).orElse(today), until),
                        Origin.ELECTION);
        if (before.isPresent()) {
            memberships.save(membership);
        } else {
            memberships.add(membership);
        }
        trail.append(AuditEntry.of(actor, "election.recorded", id, elected.value()));
        wake.touched(Touched.membership(id, elected));
        return Decision.done(membership);
    }

    /** Whoever belongs elsewhere is not found, just like somebody who never was. */
    private List<PersonId> electable(String address, Unit board, LocalDate today) {
        Structure structure = units.structure();
        Optional<Unit> electorate = board.parent().flatMap(structure::byId);
        return addressees.fitting(address).stream()
                .filter(person ->
                        electorate
                                .filter(above -> belongs(person, above, structure, today))
                                .isPresent())
                .toList();
    }

    private boolean belongs(PersonId person, Unit above, Structure structure, LocalDate today) {
        return memberships.of(person, today).stream()
                .flatMap(membership -> structure.byId(membership.unit()).stream())
                .filter(unit -> unit.kind().byRegister())
                .anyMatch(unit -> structure.upward(unit.id()).contains(above));
    }

    private static Optional<Refusal> check(
            Optional<Unit> unit, UnitId id, Result result, LocalDate today) {
        if (unit.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        if (unit.get().ended()) {
            return Optional.of(Refusal.by(Rule.UNIT_ENDED, unit.get().name()));
        }
        if (unit.get().kind().intake() != Intake.ELECTION) {
            return Optional.of(Refusal.by(Rule.NOT_BY_ELECTION, unit.get().kind().name()));
        }
        return result.lastDay()
                .filter(day -> day.isBefore(today))
                .map(day -> Refusal.by(Rule.END_IN_THE_PAST, day.toString()));
    }
}
