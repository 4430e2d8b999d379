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
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.NeutralName;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.UnitKind;
import org.freihafen.structure.UnitKind.WorkspaceMade;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A member founds a unit under one that they belong to, and leads it. Others are invited, never
 * added.
 */
@Dependent
@Transactional
public class Founding {
    private static final String FOUNDED = "unit.founded";

    private final Access access;
    private final Kinds kinds;
    private final Units units;
    private final Memberships memberships;
    private final Workspaces workspaces;
    private final Inviting inviting;
    private final Trail trail;
    private final Wake wake;
    private final Bounds bounds;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Founding(
            Access access,
            Kinds kinds,
            Units units,
            Memberships memberships,
            Workspaces workspaces,
            Inviting inviting,
            Trail trail,
            Wake wake,
            Bounds bounds,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.kinds = kinds;
        this.units = units;
        this.memberships = memberships;
        this.workspaces = workspaces;
        this.inviting = inviting;
        this.trail = trail;
        this.wake = wake;
        this.bounds = bounds;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param founders logins, member numbers or e-mail addresses of those to invite at once; blank
     *     ones and repetitions are left out
     */
    public record Wish(String kind, UnitKey parent, String name, List<String> founders) {
        public Wish {
            founders =
                    founders.stream()
                            .map(String::strip)
                            .filter(address -> !address.isEmpty())
                            .distinct()
                            .toList();
        }
    }

    /** All founders are invited, or nothing is founded. */
    public Decision<Unit> found(Actor actor, Wish wish) {
        units.lockTree();
        Structure structure = units.structure();
        Optional<Unit> parent = structure.byKey(wish.parent());
        if (parent.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, wish.parent().value()));
        }
        access.require(actor, Action.FOUND_UNIT, parent.get().id());
        PersonId founder = actor.somebody().orElseThrow();
        String name = NameRule.normal(wish.name());
        Optional<Refusal> no =
                checkPlace(wish.kind(), parent.get())
                        .or(() -> NameRule.check(name, structure.living()))
                        .or(() -> checkToday(founder))
                        .or(() -> checkFounders(wish, founder));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Unit unit = unit(wish.kind(), parent.get(), name, structure);
        units.add(unit);
        memberships.add(
                new Membership(
                        founder,
                        unit.id(),
                        Role.LEAD,
                        Period.since(LocalDate.now(clock)),
                        Origin.FOUNDING));
        openWorkspace(unit);
        trail.append(AuditEntry.of(actor, FOUNDED, unit.id(), founder.value()));
        wake.touched(Touched.unit(unit.id()).and(Touched.person(founder)));
        for (String address : wish.founders()) {
            inviting.invite(actor, unit.id(), address)
                    .refusal()
                    .ifPresent(late -> {
                        throw new IllegalStateException("checked, and refused by " + late.rule());
                    });
        }
        return Decision.done(unit);
    }

    private Optional<Refusal> checkPlace(String kindName, Unit parent) {
        Optional<UnitKind> kind = kinds.named(kindName);
        if (kind.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, kindName));
        }
        if (!kind.get().founded()) {
            return Optional.of(Refusal.by(Rule.KIND_NOT_FOUNDED, kindName));
        }
        if (parent.ended()) {
            return Optional.of(Refusal.by(Rule.UNIT_ENDED, parent.name()));
        }
        return parent.kind().mayContain().contains(kindName)
                ? Optional.empty()
                : Optional.of(
                        Refusal.by(Rule.KIND_NOT_ALLOWED_HERE, kindName, parent.kind().name()));
    }

    /** Counted in the trail, where what was founded stays though the founder left it. */
    private Optional<Refusal> checkToday(PersonId founder) {
        Instant since = clock.instant().minus(Duration.ofDays(1));
        return trail.timesDone(founder, FOUNDED, since) < bounds.foundings()
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.TOO_MANY_TODAY, String.valueOf(bounds.foundings())));
    }

    private Optional<Refusal> checkFounders(Wish wish, PersonId founder) {
        if (wish.founders().isEmpty()) {
            return Optional.empty();
        }
        return kinds.named(wish.kind())
                .flatMap(Inviting::checkIntake)
                .or(() -> inviting.checkToday(founder, wish.founders().size()))
                .or(() ->
                        wish.founders().stream()
                                .flatMap(address -> Inviting.checkAddress(address).stream())
                                .findFirst());
    }

    private Unit unit(String kindName, Unit parent, String name, Structure structure) {
        Set<UnitKey> used = new HashSet<>();
        structure.all().forEach(each -> used.add(each.key()));
        UnitId id = ids.unit();
        UnitKind kind = kinds.named(kindName).orElseThrow();
        return new Unit(
                id,
                kind.discreet() ? new NeutralName(id).key() : KeyDesign.free(name, used::contains),
                kind,
                name,
                Optional.of(parent.id()),
                Optional.empty(),
                Unit.Origin.FOUNDED,
                false);
    }

    private void openWorkspace(Unit unit) {
        if (unit.kind().hasWorkspace() && unit.kind().workspaceMade() == WorkspaceMade.AT_ONCE) {
            workspaces.add(new Workspace(unit.id(), unit.kind().cloud().orElseThrow(), false));
        }
    }
}
