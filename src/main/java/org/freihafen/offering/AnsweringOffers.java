package org.freihafen.offering;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Memberships;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.GrantRule;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever was offered access accepts it, which makes it a grant of the unit, or not. Declining is
 * not told to the unit, so that offers do not find out who is there.
 */
@Dependent
@Transactional
public class AnsweringOffers {
    private final Offers offers;
    private final OfferCheck check;
    private final Units units;
    private final Memberships memberships;
    private final Grants grants;
    private final Trail trail;
    private final Wake wake;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public AnsweringOffers(
            Offers offers,
            OfferCheck check,
            Units units,
            Memberships memberships,
            Grants grants,
            Trail trail,
            Wake wake,
            Ids ids,
            Clock clock) {
        this.offers = offers;
        this.check = check;
        this.units = units;
        this.memberships = memberships;
        this.grants = grants;
        this.trail = trail;
        this.wake = wake;
        this.ids = ids;
        this.clock = clock;
    }

    /** What waits for the person's answer, the oldest first. */
    public List<Offer> waiting(PersonId person) {
        return offers.to(person).stream().filter(offer -> offer.waitsAt(clock.instant())).toList();
    }

    public Decision<Offer> accept(Actor actor, UUID id) {
        PersonId person = actor.somebody().orElseThrow();
        Decision<Offer> found = answerable(person, id);
        if (!(found instanceof Decision.Done<Offer>(Offer offer))) {
            return found;
        }
        LocalDate today = LocalDate.now(clock);
        UnitId giver = offer.folder().workspace();
        Grantee to = new Grantee.ToPerson(person);
        String name = units.byId(giver).map(Unit::outwardName).orElse("");
        Optional<Refusal> no =
                check.terms(offer)
                        .or(() -> checkBecause(offer, person, today))
                        .or(() ->
                                GrantRule.checkOnce(
                                        offer.folder(), to, grants.by(giver, today), name));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Grant grant =
                new Grant(
                        ids.grant(),
                        offer.folder(),
                        to,
                        offer.permissions(),
                        OfferCheck.term(offer, today),
                        offer.reason(),
                        offer.madeBy());
        grants.add(grant);
        Offer accepted = offer.now(Offer.Stage.ACCEPTED, Optional.of(grant.id()));
        offers.save(accepted);
        trail.append(AuditEntry.of(actor, "offer.accepted", giver, id, grant.id().value()));
        wake.touched(Touched.workspace(giver));
        return Decision.done(accepted);
    }

    public Decision<Offer> decline(Actor actor, UUID id) {
        PersonId person = actor.somebody().orElseThrow();
        Decision<Offer> found = answerable(person, id);
        if (!(found instanceof Decision.Done<Offer>(Offer offer))) {
            return found;
        }
        Offer declined = offer.now(Offer.Stage.DECLINED, Optional.empty());
        offers.save(declined);
        trail.append(AuditEntry.of(actor, "offer.declined", person.value()));
        return Decision.done(declined);
    }

    /** One to somebody else is not found, just like one that never was. */
    private Decision<Offer> answerable(PersonId person, UUID id) {
        offers.byId(id).ifPresent(offer -> units.lock(offer.folder().workspace()));
        Optional<Offer> found =
                offers.byId(id).filter(offer -> offer.person().filter(person::equals).isPresent());
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        return found.get().waitsAt(clock.instant())
                ? Decision.done(found.get())
                : Decision.refused(Refusal.by(Rule.INVITATION_CLOSED));
    }

    private Optional<Refusal> checkBecause(Offer offer, PersonId person, LocalDate today) {
        return offer.because()
                .filter(unit -> memberships.of(person, unit, today).isEmpty())
                .map(_ -> Refusal.by(Rule.NOT_A_MEMBER));
    }
}
