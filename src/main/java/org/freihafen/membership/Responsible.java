package org.freihafen.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who is to be told what concerns a unit: those who lead it, or who stand in for them. */
@Dependent
public class Responsible {
    private final Units units;
    private final Memberships memberships;
    private final Clock clock;

    @Inject
    public Responsible(Units units, Memberships memberships, Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** The leads of the unit, or of its heir; where there are none, those of the next above. */
    public List<PersonId> of(UnitId unit) {
        return led(unit).map(this::leads).orElse(List.of());
    }

    /** The unit whose leads that are; empty if there are none up to the top. */
    public Optional<UnitId> led(UnitId unit) {
        var structure = units.structure();
        UnitId owner = structure.heir(unit).map(Unit::id).orElse(unit);
        return structure.upward(owner).stream()
                .map(Unit::id)
                .filter(each -> !leads(each).isEmpty())
                .findFirst();
    }

    private List<PersonId> leads(UnitId unit) {
        return memberships.in(unit, LocalDate.now(clock)).stream()
                .filter(membership -> membership.role() == Role.LEAD)
                .map(Membership::person)
                .toList();
    }
}
