package org.freihafen.reshape;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.groups.PersonSet;
import org.freihafen.guests.Guest;
import org.freihafen.guests.Guests;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.reach.Foreseeing;
import org.freihafen.reach.Situation;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Moves, merges, dissolves and restores units: shows first who gains and who loses access, and then
 * does exactly what was shown, or nothing.
 */
@Dependent
@Transactional
public class Reshaping {
    private final Access access;
    private final Units units;
    private final Memberships memberships;
    private final Guests guests;
    private final Foreseeing foreseeing;
    private final CarryingOut carryingOut;
    private final Clock clock;

    @Inject
    public Reshaping(
            Access access,
            Units units,
            Memberships memberships,
            Guests guests,
            Foreseeing foreseeing,
            CarryingOut carryingOut,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.memberships = memberships;
        this.guests = guests;
        this.foreseeing = foreseeing;
        this.carryingOut = carryingOut;
        this.clock = clock;
    }

    /** What would come of it. Whoever asks must be entitled in every unit concerned. */
    public Decision<Consequences> show(Actor actor, Reshape reshape) {
        access.require(actor, Action.CHANGE_UNIT, reshape.unit());
        Situation now = foreseeing.now();
        Optional<Refusal> no = check(actor, reshape, now.structure());
        return no.<Decision<Consequences>>map(Decision::refused)
                .orElseGet(() -> Decision.done(consequences(reshape, now)));
    }

    /** Does what was shown with this hash, or nothing. */
    public Decision<Consequences> carryOut(Actor actor, Reshape reshape, String hash) {
        access.require(actor, Action.CHANGE_UNIT, reshape.unit());
        units.lockTree();
        units.lock(reshape.unit());
        Situation now = foreseeing.now();
        Optional<Refusal> no = check(actor, reshape, now.structure());
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Consequences consequences = consequences(reshape, now);
        if (!consequences.hash().equals(hash)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        carryingOut.apply(actor, consequences, now, Afterwards.of(reshape, now));
        return Decision.done(consequences);
    }

    private Optional<Refusal> check(Actor actor, Reshape reshape, Structure structure) {
        return ReshapeRule.check(reshape, structure)
                .or(() ->
                        switch (reshape) {
                            case Reshape.Move(_, UnitId under) ->
                                    entitled(actor, Action.FOUND_UNIT, under, structure);
                            case Reshape.Merge(_, UnitId into) ->
                                    entitled(actor, Action.CHANGE_UNIT, into, structure);
                            case Reshape.Dissolve _, Reshape.Restore _ -> Optional.empty();
                        });
    }

    /** The other unit has a say, too. */
    private Optional<Refusal> entitled(
            Actor actor, Action action, UnitId there, Structure structure) {
        return access.allows(actor, action, there)
                ? Optional.empty()
                : structure
                        .byId(there)
                        .map(unit -> Refusal.by(Rule.NOT_ENTITLED_THERE, unit.name()));
    }

    private Consequences consequences(Reshape reshape, Situation now) {
        Situation after = Afterwards.of(reshape, now);
        Structure structure = now.structure();
        Unit unit = structure.byId(reshape.unit()).orElseThrow();
        Optional<Unit> heir =
                reshape instanceof Reshape.Merge(_, UnitId into)
                        ? structure.byId(into)
                        : Optional.empty();
        List<Grant> ending = new ArrayList<>(now.grants());
        ending.removeAll(after.grants());
        return new Consequences(
                reshape,
                unit,
                heir,
                foreseeing.between(now, after, Afterwards.moving(reshape)),
                heir.map(into -> moving(unit, into)).orElse(PersonSet.EMPTY),
                ending,
                heir.map(into -> Afterwards.waiting(unit.id(), into.id(), structure, now.grants()))
                        .orElse(List.of()),
                concerned(reshape),
                heir.isPresent() ? structure.children(unit.id()) : List.of());
    }

    private PersonSet concerned(Reshape reshape) {
        return switch (reshape) {
            case Reshape.Merge _, Reshape.Dissolve _ ->
                    PersonSet.of(guests.of(reshape.unit()).stream().map(Guest::person).toList());
            case Reshape.Move _, Reshape.Restore _ -> PersonSet.EMPTY;
        };
    }

    private PersonSet moving(Unit unit, Unit into) {
        Set<PersonId> there =
                memberships.in(into.id(), today()).stream()
                        .map(Membership::person)
                        .collect(Collectors.toSet());
        return PersonSet.of(
                memberships.in(unit.id(), today()).stream()
                        .map(Membership::person)
                        .filter(person -> !there.contains(person))
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
