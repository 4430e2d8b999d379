package org.freihafen.reshape;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.guests.Guests;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.reach.Situation;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores the situation that was shown, in the transaction of its approval. People keep their
 * memberships in a unit that is dissolved, so that it can be restored with them.
 */
@Dependent
class CarryingOut {
    private final Units units;
    private final Memberships memberships;
    private final Guests guests;
    private final Workspaces workspaces;
    private final Grants grants;
    private final Announcing announcing;
    private final Trail trail;
    private final Wake wake;

    @Inject
    CarryingOut(
            Units units,
            Memberships memberships,
            Guests guests,
            Workspaces workspaces,
            Grants grants,
            Announcing announcing,
            Trail trail,
            Wake wake) {
        this.units = units;
        this.memberships = memberships;
        this.guests = guests;
        this.workspaces = workspaces;
        this.grants = grants;
        this.announcing = announcing;
        this.trail = trail;
        this.wake = wake;
    }

    void apply(Actor actor, Consequences shown, Situation before, Situation after) {
        UnitId id = shown.unit().id();
        Set<UnitId> touched = new HashSet<>(Set.of(id));
        shown.heir().ifPresent(heir -> touched.add(heir.id()));
        trail.append(line(actor, shown));
        announcing.announce(shown, before.structure(), after.day());
        saveUnits(actor, shown, before, after, touched);
        saveWorkspaces(before, after);
        endGrants(actor, shown.ending(), after.day(), touched);
        shown.waiting().forEach(grant -> touched.add(grant.folder().workspace()));
        Set<PersonId> people = new HashSet<>();
        memberships.in(id, after.day()).forEach(membership -> people.add(membership.person()));
        shown.heir().ifPresent(heir -> moveMembers(shown, heir.id(), after.day()));
        shown.heir().ifPresent(heir -> passGuests(shown, heir.id()));
        wake.touched(new Touched(touched, people, touched));
    }

    private static AuditEntry line(Actor actor, Consequences shown) {
        UnitId id = shown.unit().id();
        return switch (shown.reshape()) {
            case Reshape.Move(_, UnitId under) ->
                    AuditEntry.of(actor, "unit.moved", id, under.value());
            case Reshape.Merge(_, UnitId into) ->
                    AuditEntry.of(actor, "unit.merged", id, into.value());
            case Reshape.Dissolve _ -> AuditEntry.of(actor, "unit.dissolved", id);
            case Reshape.Restore _ -> AuditEntry.of(actor, "unit.restored", id);
        };
    }

    private void saveUnits(
            Actor actor,
            Consequences shown,
            Situation before,
            Situation after,
            Set<UnitId> touched) {
        for (Unit unit : after.structure().all()) {
            if (!before.structure().byId(unit.id()).equals(Optional.of(unit))) {
                units.save(unit);
                touched.add(unit.id());
                if (shown.below().stream().anyMatch(each -> each.id().equals(unit.id()))) {
                    trail.append(AuditEntry.of(actor, "unit.moved", unit.id()));
                }
            }
        }
        for (Ending ending : after.structure().endings()) {
            if (!before.structure().ending(ending.unit()).equals(Optional.of(ending))) {
                units.save(ending);
            }
        }
        for (Ending ending : before.structure().endings()) {
            if (after.structure().ending(ending.unit()).isEmpty()) {
                units.forgetEnding(ending.unit());
            }
        }
    }

    private void saveWorkspaces(Situation before, Situation after) {
        for (Workspace workspace : after.workspaces()) {
            if (!before.workspaces().contains(workspace)) {
                workspaces.save(workspace);
            }
        }
    }

    private void endGrants(Actor actor, List<Grant> ending, LocalDate today, Set<UnitId> touched) {
        for (Grant grant : ending) {
            grants.save(grant.ended(today, actor.somebody()));
            UnitId giver = grant.folder().workspace();
            touched.add(giver);
            trail.append(AuditEntry.of(actor, "grant.ended", giver, grant.id().value()));
        }
    }

    /** Whom the unit took in stays with all that was granted to them. */
    private void passGuests(Consequences shown, UnitId heir) {
        shown.guests()
                .list()
                .forEach(guest ->
                        guests.lock(guest)
                                .map(stay -> stay.passedTo(heir))
                                .ifPresent(guests::save));
    }

    /** Nobody comes to lead the heir by this, unless it has nobody who does. */
    private void moveMembers(Consequences shown, UnitId heir, LocalDate today) {
        List<Membership> moved = memberships.in(shown.unit().id(), today);
        boolean led =
                memberships.in(heir, today).stream().anyMatch(each -> each.role() == Role.LEAD);
        memberships.add(
                moved.stream()
                        .filter(each -> shown.moving().contains(each.person()))
                        .map(each ->
                                new Membership(
                                        each.person(),
                                        heir,
                                        led ? Role.MEMBER : each.role(),
                                        new Period(today, each.period().until()),
                                        each.origin()))
                        .toList());
        if (shown.waiting().isEmpty()) {
            memberships.end(moved, today);
        }
    }
}
