package org.freihafen.guests;

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
import org.freihafen.accounts.FreeUsernames;
import org.freihafen.accounts.FreeUsernames.Joiner;
import org.freihafen.accounts.LoginRule;
import org.freihafen.arrival.InvitationLetters;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.AddressRule;
import org.freihafen.mail.Template;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whoever leads a unit takes in guests, keeps them longer, and sees them off. */
@Dependent
@Transactional
public class Hosting {
    private static final String INVITED = "guest.invited";

    private final Access access;
    private final Units units;
    private final Guests guests;
    private final People people;
    private final Accounts accounts;
    private final FreeUsernames usernames;
    private final InvitationLetters letters;
    private final EndingGuests ending;
    private final Hospitality hospitality;
    private final Trail trail;
    private final Wake wake;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Hosting(
            Access access,
            Units units,
            Guests guests,
            People people,
            Accounts accounts,
            FreeUsernames usernames,
            InvitationLetters letters,
            EndingGuests ending,
            Hospitality hospitality,
            Trail trail,
            Wake wake,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.guests = guests;
        this.people = people;
        this.accounts = accounts;
        this.usernames = usernames;
        this.letters = letters;
        this.ending = ending;
        this.hospitality = hospitality;
        this.trail = trail;
        this.wake = wake;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Who is to come.
     *
     * @param until the last day
     */
    public record Wish(String name, String address, String purpose, LocalDate until) {
        /** Without any of it, so that no log can hold it. */
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /** Takes somebody in, who gets a letter with a link; the address alone identifies nobody. */
    public Decision<Guest> invite(Actor actor, UnitId into, Wish wish) {
        access.require(actor, Action.HOST_GUEST, into);
        units.lock(into);
        PersonId sponsor = actor.somebody().orElseThrow();
        String name = LoginRule.normalDisplayName(wish.name());
        String purpose = wish.purpose().strip();
        Optional<Refusal> no =
                living(into)
                        .or(() -> LoginRule.checkDisplayName(name))
                        .or(() -> address(wish.address()))
                        .or(() -> purpose(purpose))
                        .or(() -> day(wish.until()))
                        .or(() -> today(sponsor));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        PersonId id = ids.person();
        people.add(guest(id, name, wish.address().strip()));
        accounts.add(
                List.of(
                        new Account(
                                id,
                                usernames.forAll(List.of(new Joiner(name, ""))).getFirst(),
                                name,
                                Account.State.INVITED,
                                false)));
        Guest guest = new Guest(id, into, sponsor, purpose, wish.until(), false);
        guests.add(guest);
        String unit = units.byId(into).map(Unit::outwardName).orElse("");
        letters.write(id, wish.address().strip(), Template.GUEST_INVITED, unit, purpose);
        trail.append(AuditEntry.of(actor, INVITED, into, id.value()).because(purpose));
        wake.touched(Touched.person(id));
        return Decision.done(guest);
    }

    private static Person guest(PersonId id, String name, String address) {
        return new Person(
                id,
                Optional.empty(),
                "",
                name,
                Optional.of(address),
                Status.GUEST,
                Optional.empty(),
                Optional.empty(),
                Person.Dues.NONE,
                Origin.INVITATION);
    }

    /** Keeps somebody until another day. */
    public Decision<Guest> renew(Actor actor, PersonId person, LocalDate until) {
        Optional<Guest> found = hosted(actor, person);
        if (found.isEmpty()) {
            return notFound(person);
        }
        Optional<Refusal> no = living(found.get().unit()).or(() -> day(until));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Guest renewed = found.get().renewed(until);
        guests.save(renewed);
        trail.append(
                AuditEntry.of(actor, "guest.renewed", renewed.unit(), person.value())
                        .because(until.toString()));
        return Decision.done(renewed);
    }

    /** Sees somebody off at once. */
    public Decision<Guest> end(Actor actor, PersonId person) {
        Optional<Guest> found = hosted(actor, person);
        if (found.isEmpty()) {
            return notFound(person);
        }
        ending.end(actor, found.get());
        return Decision.done(found.get());
    }

    /** The guests of a unit. */
    public List<Guest> list(Actor actor, UnitId unit) {
        access.require(actor, Action.HOST_GUEST, unit);
        return guests.of(unit);
    }

    /** Whoever does not look after them is told that nobody is there. */
    private Optional<Guest> hosted(Actor actor, PersonId person) {
        return guests.lock(person)
                .filter(guest -> access.allows(actor, Action.HOST_GUEST, guest.unit()));
    }

    private static <T> Decision<T> notFound(PersonId person) {
        return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
    }

    private Optional<Refusal> living(UnitId unit) {
        return units.byId(unit)
                .filter(Unit::ended)
                .map(ended -> Refusal.by(Rule.UNIT_ENDED, ended.name()));
    }

    private static Optional<Refusal> address(String address) {
        return AddressRule.allowed(address.strip())
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.ADDRESS_NOT_ALLOWED, address));
    }

    private static Optional<Refusal> purpose(String purpose) {
        return purpose.isEmpty()
                ? Optional.of(Refusal.by(Rule.REASON_NEEDED))
                : TextRule.check(Text.ADDRESS, purpose);
    }

    private Optional<Refusal> day(LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(today)) {
            return Optional.of(Refusal.by(Rule.END_IN_THE_PAST, until.toString()));
        }
        return until.isAfter(today.plusDays(hospitality.longestDays()))
                ? Optional.of(
                        Refusal.by(
                                Rule.GUEST_TOO_LONG, Integer.toString(hospitality.longestDays())))
                : Optional.empty();
    }

    private Optional<Refusal> today(PersonId sponsor) {
        int most = hospitality.perDay();
        return trail.timesDone(sponsor, INVITED, clock.instant().minus(Duration.ofDays(1))) < most
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.TOO_MANY_TODAY, Integer.toString(most)));
    }
}
