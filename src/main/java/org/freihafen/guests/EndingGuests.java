package org.freihafen.guests;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells guests and those who look after them that a stay comes to its end, and ends it after its
 * last day, or with the unit. Looks at what is, so that a day on which Freihafen stood still is
 * made good.
 */
@Dependent
@Transactional
public class EndingGuests {
    private final Guests guests;
    private final People people;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Units units;
    private final Hospitality hospitality;
    private final Mailing mailing;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public EndingGuests(
            Guests guests,
            People people,
            Accounts accounts,
            Memberships memberships,
            Units units,
            Hospitality hospitality,
            Mailing mailing,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.guests = guests;
        this.people = people;
        this.accounts = accounts;
        this.memberships = memberships;
        this.units = units;
        this.hospitality = hospitality;
        this.mailing = mailing;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /** Whose stay comes to its end. */
    List<PersonId> due() {
        LocalDate soon = LocalDate.now(clock).plusDays(hospitality.reminderDays());
        return guests.endingBy(soon).stream().map(Guest::person).toList();
    }

    /** Ends one stay that is over, or reminds of its end once; answers whether it ended. */
    boolean look(PersonId person) {
        LocalDate today = LocalDate.now(clock);
        Optional<Guest> found = guests.lock(person);
        if (found.isEmpty()) {
            return false;
        }
        Guest guest = found.get();
        boolean over = guest.until().isBefore(today) || unit(guest).filter(Unit::ended).isPresent();
        if (over) {
            end(new Actor.Host(), guest);
        } else if (!guest.reminded() && days(guest, today) <= hospitality.reminderDays()) {
            remind(guest, today);
        }
        return over;
    }

    private Optional<Unit> unit(Guest guest) {
        return units.byId(guest.unit());
    }

    private static long days(Guest guest, LocalDate today) {
        return ChronoUnit.DAYS.between(today, guest.until());
    }

    private void remind(Guest guest, LocalDate today) {
        guests.save(guest.told());
        String unit = unit(guest).map(Unit::outwardName).orElse("");
        String days = Long.toString(days(guest, today));
        mailing.tell(guest.person(), Template.GUEST_ENDS, unit, days);
        hosts(guest, today).forEach(host -> mailing.tell(host, Template.GUEST_LEAVES, unit, days));
    }

    /** Whoever vouched for them, and whoever leads the unit now. */
    private Set<PersonId> hosts(Guest guest, LocalDate today) {
        Set<PersonId> hosts = new HashSet<>();
        accounts.byId(guest.sponsor())
                .filter(Account::usable)
                .map(Account::id)
                .ifPresent(hosts::add);
        memberships.in(guest.unit(), today).stream()
                .filter(membership -> membership.role() == Role.LEAD)
                .map(Membership::person)
                .forEach(hosts::add);
        return hosts;
    }

    /** Suspends the account and ends what memberships there are; the rest goes as with a leaver. */
    void end(Actor actor, Guest guest) {
        PersonId id = guest.person();
        LocalDate today = LocalDate.now(clock);
        List<Membership> held = memberships.of(id, today);
        memberships.end(held, today);
        people.byId(id).map(EndingGuests::gone).ifPresent(people::save);
        accounts.byId(id)
                .filter(Account::usable)
                .map(account -> account.in(Account.State.SUSPENDED))
                .ifPresent(account -> accounts.saveStates(List.of(account)));
        guests.end(id);
        trail.append(AuditEntry.of(actor, "guest.ended", guest.unit(), id.value()));
        Set<UnitId> left = new HashSet<>();
        held.forEach(membership -> left.add(membership.unit()));
        wake.touched(new Touched(left, Set.of(id), Set.of()));
    }

    private static Person gone(Person was) {
        return new Person(
                was.id(),
                was.number(),
                was.givenName(),
                was.familyName(),
                was.email(),
                Status.LEFT,
                was.joined(),
                was.left(),
                was.dues(),
                was.origin());
    }
}
