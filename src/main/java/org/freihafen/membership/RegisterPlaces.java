package org.freihafen.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Inhabitants;
import org.freihafen.structure.StructureChanged;
import org.freihafen.structure.Unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Tells the structure who lives in a unit, and ends what memberships are left in one that ends. */
@Dependent
public class RegisterPlaces implements Inhabitants, StructureChanged {
    private final Memberships memberships;
    private final Clock clock;

    @Inject
    public RegisterPlaces(Memberships memberships, Clock clock) {
        this.memberships = memberships;
        this.clock = clock;
    }

    @Override
    public int placedIn(UnitId unit) {
        return (int)
                memberships.in(unit, LocalDate.now(clock)).stream()
                        .filter(membership -> membership.origin() == Origin.REGISTER)
                        .count();
    }

    @Override
    public void added(Actor actor, List<Unit> units) {}

    @Override
    public void ended(Actor actor, List<Unit> units) {
        LocalDate today = LocalDate.now(clock);
        for (Unit unit : units) {
            for (Membership membership : memberships.in(unit.id(), today)) {
                memberships.end(membership.person(), unit.id(), today);
            }
        }
    }
}
