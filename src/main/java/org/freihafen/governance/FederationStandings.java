package org.freihafen.governance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person is to a unit, out of memberships and duties. Who belongs by register also belongs
 * to every unit above that takes people by register. Where nobody leads, those who lead the nearest
 * unit above that has leads stand in. What somebody is to a unit that was merged is what they are
 * to its heir.
 */
@Dependent
public class FederationStandings implements Standings {

    private final Units units;
    private final Memberships memberships;
    private final Duties duties;
    private final Clock clock;

    @Inject
    public FederationStandings(Units units, Memberships memberships, Duties duties, Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public Set<Standing> of(PersonId person, UnitId asked) {
        LocalDate today = LocalDate.now(clock);
        Structure structure = units.structure();
        UnitId unit = structure.heir(asked).map(Unit::id).orElse(asked);
        List<Membership> own = memberships.of(person, today);
        Set<Standing> standings = EnumSet.of(Standing.ANYONE);
        own.stream()
                .filter(membership -> reaches(structure, membership.unit(), unit))
                .forEach(membership -> {
                    standings.add(Standing.MEMBER);
                    if (membership.role() == Role.LEAD && membership.unit().equals(unit)) {
                        standings.add(Standing.LEAD);
                    }
                });
        if (sitsOnBoard(structure, own, unit)) {
            standings.add(Standing.BOARD);
        }
        if (standsIn(structure, own, unit, today)) {
            standings.add(Standing.STAND_IN);
        }
        standings.addAll(held(structure, person, unit));
        return standings;
    }

    @Override
    public UnitId root() {
        return units.structure().root().map(Unit::id).orElse(FEDERATION);
    }

    /** Whether belonging to one unit is, or implies, belonging to the other. */
    private static boolean reaches(Structure structure, UnitId from, UnitId to) {
        for (Unit each : structure.upward(from)) {
            boolean itself = each.id().equals(from);
            if (each.ended() || !(itself || each.kind().byRegister())) {
                return false;
            }
            if (each.id().equals(to)) {
                return true;
            }
            if (!each.kind().byRegister()) {
                return false;
            }
        }
        return false;
    }

    private static boolean sitsOnBoard(Structure structure, List<Membership> own, UnitId unit) {
        return structure.upward(unit).stream()
                .flatMap(each -> structure.boardOf(each.id()).stream())
                .anyMatch(board ->
                        own.stream().anyMatch(membership -> membership.unit().equals(board.id())));
    }

    private boolean standsIn(
            Structure structure, List<Membership> own, UnitId unit, LocalDate today) {
        Set<UnitId> led = new HashSet<>();
        own.stream()
                .filter(membership -> membership.role() == Role.LEAD)
                .forEach(membership -> led.add(membership.unit()));
        List<Unit> upward = structure.upward(unit);
        boolean leadsAbove = upward.stream().skip(1).anyMatch(above -> led.contains(above.id()));
        if (!leadsAbove) {
            return false;
        }
        for (Unit each : upward) {
            if (isLed(each, today)) {
                return !each.id().equals(unit) && led.contains(each.id());
            }
        }
        return false;
    }

    private boolean isLed(Unit unit, LocalDate today) {
        return !unit.ended()
                && memberships.in(unit.id(), today).stream()
                        .anyMatch(membership -> membership.role() == Role.LEAD);
    }

    private Set<Standing> held(Structure structure, PersonId person, UnitId unit) {
        Set<UnitId> scopes = new HashSet<>();
        scopes.add(FEDERATION);
        structure.upward(unit).forEach(each -> scopes.add(each.id()));
        Set<Standing> held = EnumSet.noneOf(Standing.class);
        for (DutyHeld duty : duties.of(person)) {
            if (duty.holdsAt(clock.instant()) && scopes.contains(duty.in())) {
                held.add(standing(duty.duty()));
            }
        }
        return held;
    }

    private static Standing standing(Duty duty) {
        return switch (duty) {
            case MEMBER_OFFICE -> Standing.MEMBER_OFFICE;
            case ADMINISTRATOR -> Standing.ADMINISTRATOR;
            case AUDITOR -> Standing.AUDITOR;
        };
    }
}
