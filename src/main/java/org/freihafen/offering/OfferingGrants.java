package org.freihafen.offering;

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
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.PersonAddress;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.FolderRef;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever leads a unit offers a person access to a folder, by login name or member number. The
 * answer is the same whether there is such a person or not; nobody gets anything before accepting.
 */
@Dependent
@Transactional
public class OfferingGrants {
    private static final int MOST_A_DAY = 100;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration OPEN = Duration.ofDays(30);

    private final Access access;
    private final Units units;
    private final Offers offers;
    private final OfferCheck check;
    private final Accounts accounts;
    private final People people;
    private final Mailing mailing;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public OfferingGrants(
            Access access,
            Units units,
            Offers offers,
            OfferCheck check,
            Accounts accounts,
            People people,
            Mailing mailing,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.offers = offers;
        this.check = check;
        this.accounts = accounts;
        this.people = people;
        this.mailing = mailing;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is offered.
     *
     * @param address a login name or member number
     * @param because the unit for whose sake, if any
     * @param until the last day; empty for no end
     */
    public record Wish(
            FolderRef folder,
            String address,
            Optional<UnitId> because,
            Set<Permission> permissions,
            Optional<LocalDate> until,
            String reason) {}

    public Decision<Offer> offer(Actor actor, Wish wish) {
        UnitId giver = wish.folder().workspace();
        access.require(actor, Action.GRANT, giver);
        PersonId by = actor.somebody().orElseThrow();
        Instant now = clock.instant();
        String address = wish.address().strip();
        Optional<PersonId> fitting = fitting(address);
        Offer offer =
                new Offer(
                        ids.next(),
                        wish.folder(),
                        address,
                        fitting,
                        wish.because(),
                        wish.permissions(),
                        wish.until(),
                        wish.reason().strip(),
                        by,
                        now,
                        open(now, wish.until()),
                        Offer.Stage.WAITING,
                        Optional.empty());
        Optional<Refusal> no =
                address.isEmpty()
                        ? Optional.of(Refusal.by(Rule.ADDRESS_NOT_ALLOWED, address))
                        : TextRule.check(Text.ADDRESS, address)
                                .or(() ->
                                        PersonAddress.isLoginOrNumber(address)
                                                ? Optional.empty()
                                                : Optional.of(
                                                        Refusal.by(Rule.NOT_A_LOGIN, address)))
                                .or(() -> TextRule.check(Text.REASON, wish.reason()))
                                .or(() -> check.terms(offer))
                                .or(() -> checkOften(by, now));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        offers.add(offer);
        trail.append(AuditEntry.of(actor, "grant.offered", giver, offer.id()));
        String name = units.byId(giver).map(Unit::outwardName).orElse("");
        fitting.ifPresent(person -> mailing.tell(person, Template.GRANT_OFFERED, name));
        return Decision.done(offer);
    }

    /** No longer than what is offered holds. */
    private Instant open(Instant now, Optional<LocalDate> until) {
        Instant open = now.plus(OPEN);
        return until.map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
                .filter(end -> end.isBefore(open))
                .orElse(open);
    }

    /** Both are looked up every time, so that the time taken tells nothing. */
    private Optional<PersonId> fitting(String address) {
        Optional<PersonId> byLogin =
                accounts.byUsername(new Username(Username.allowed(address) ? address : "xx"))
                        .filter(Account::usable)
                        .map(Account::id);
        Optional<PersonId> byNumber =
                people.byNumber(new MemberNumber(MemberNumber.allowed(address) ? address : "-"))
                        .filter(person -> person.status().present())
                        .map(Person::id);
        return byLogin.or(() -> byNumber);
    }

    private Optional<Refusal> checkOften(PersonId person, Instant now) {
        return trail.timesDone(person, "grant.offered", now.minus(DAY)) < MOST_A_DAY
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.TOO_MANY_TODAY, Integer.toString(MOST_A_DAY)));
    }

    /** What waits, as the unit may see it. */
    public List<Offer> listed(Actor actor, UnitId unit) {
        return access.allows(actor, Action.GRANT, unit)
                ? offers.by(unit).stream().filter(offer -> offer.listedAt(clock.instant())).toList()
                : List.of();
    }

    public Decision<Offer> withdraw(Actor actor, UUID id) {
        Optional<Offer> found =
                offers.byId(id)
                        .filter(offer ->
                                access.allows(actor, Action.GRANT, offer.folder().workspace()));
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        units.lock(found.get().folder().workspace());
        Offer offer = offers.byId(id).orElseThrow();
        if (!offer.listedAt(clock.instant())) {
            return Decision.refused(Refusal.by(Rule.INVITATION_CLOSED));
        }
        Offer withdrawn = offer.now(Offer.Stage.WITHDRAWN, Optional.empty());
        offers.save(withdrawn);
        trail.append(AuditEntry.of(actor, "offer.withdrawn", offer.folder().workspace(), id));
        return Decision.done(withdrawn);
    }
}
