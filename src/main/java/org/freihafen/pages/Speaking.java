package org.freihafen.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.structure.Unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** For which branches the visitor speaks, and whether they are a member office anywhere. */
@Named
@RequestScoped
public class Speaking {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Memberships memberships;
    @Inject private Duties duties;
    @Inject private UnitNames unitNames;
    @Inject private Clock clock;

    private final Once<List<Unit>> branches = new Once<>();

    /** Branches that the visitor leads, or on whose board they sit. */
    public List<Unit> branches() {
        return branches.get(() ->
                memberships.of(visitor.id(), LocalDate.now(clock)).stream()
                        .flatMap(this::spokenFor)
                        .distinct()
                        .filter(unit -> unit.kind().byRegister() && !unit.ended())
                        .filter(unit -> Action.REQUEST_CHANGE.allowedTo(asked.standings(unit.id())))
                        .toList());
    }

    private Stream<Unit> spokenFor(Membership membership) {
        Optional<Unit> own = asked.structure().byId(membership.unit());
        return Stream.concat(
                own.stream(), own.flatMap(Unit::parent).flatMap(asked.structure()::byId).stream());
    }

    public boolean forSome() {
        return !branches().isEmpty();
    }

    /** The branch that was chosen, if the visitor speaks for it. */
    public Optional<Unit> chosen() {
        return branches().stream()
                .filter(unit -> unit.key().value().equals(asked.text("unit")))
                .findFirst();
    }

    public boolean office() {
        return duties.of(visitor.id()).stream()
                .filter(held -> held.holdsAt(clock.instant()))
                .anyMatch(held -> held.duty() == Duty.MEMBER_OFFICE);
    }

    public String name(UnitId unit) {
        return asked.structure().byId(unit).map(unitNames::name).orElse("");
    }
}
