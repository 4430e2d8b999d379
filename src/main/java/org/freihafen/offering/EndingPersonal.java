package org.freihafen.offering;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A grant to a person ends when they leave, and one that was given because of a unit also when that
 * is dissolved or they no longer belong to it, or to the unit it was merged into.
 */
@Dependent
@Transactional
public class EndingPersonal {
    private final Units units;
    private final Memberships memberships;
    private final People people;
    private final Grants grants;
    private final Offers offers;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public EndingPersonal(
            Units units,
            Memberships memberships,
            People people,
            Grants grants,
            Offers offers,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.people = people;
        this.grants = grants;
        this.offers = offers;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /** Those that should have ended. */
    public List<GrantId> over() {
        return over(grants.all(LocalDate.now(clock)));
    }

    private List<GrantId> over(List<Grant> some) {
        Structure structure = units.structure();
        Map<GrantId, UnitId> because = new HashMap<>();
        offers.acceptedBecauseOfUnits()
                .forEach(offer ->
                        because.put(offer.grant().orElseThrow(), offer.because().orElseThrow()));
        return some.stream()
                .filter(grant ->
                        grant.to() instanceof Grantee.ToPerson(PersonId person)
                                && isOver(
                                        person,
                                        Optional.ofNullable(because.get(grant.id())),
                                        structure,
                                        LocalDate.now(clock)))
                .map(Grant::id)
                .toList();
    }

    private boolean isOver(
            PersonId person, Optional<UnitId> because, Structure structure, LocalDate today) {
        boolean left = people.byId(person).filter(found -> found.status().present()).isEmpty();
        return left || because.filter(unit -> !belongs(person, unit, structure, today)).isPresent();
    }

    private boolean belongs(PersonId person, UnitId unit, Structure structure, LocalDate today) {
        return structure
                .heir(unit)
                .filter(found -> !found.ended())
                .flatMap(found -> memberships.of(person, found.id(), today))
                .isPresent();
    }

    /** Ends one that still should have ended; a second time it finds nothing to end. */
    public void end(GrantId id) {
        LocalDate today = LocalDate.now(clock);
        grants.byId(id).ifPresent(this::lock);
        grants.byId(id)
                .filter(grant -> grant.until().filter(until -> !until.isAfter(today)).isEmpty())
                .filter(grant -> !over(List.of(grant)).isEmpty())
                .ifPresent(grant -> {
                    UnitId giver = grant.folder().workspace();
                    grants.save(grant.ended(today, Optional.empty()));
                    trail.append(
                            AuditEntry.of(
                                    new Actor.Host(), "grant.ended", giver, grant.id().value()));
                    wake.touched(Touched.workspace(giver));
                });
    }

    /** Whoever comes back at this moment waits, or is back already. */
    private void lock(Grant grant) {
        units.lock(grant.folder().workspace());
        if (grant.to() instanceof Grantee.ToPerson(PersonId person)) {
            people.lock(person);
        }
    }
}
