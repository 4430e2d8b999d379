package org.freihafen.erasure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.applying.RedactingReports;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.freihafen.membership.Tombstones;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Erases people down to the id, in the transaction it is called in. */
@Dependent
public class ErasingPerson {
    private final People people;
    private final Accounts accounts;
    private final RecoveryAddresses addresses;
    private final Memberships memberships;
    private final Tombstones tombstones;
    private final Remains remains;
    private final RedactingReports reports;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public ErasingPerson(
            People people,
            Accounts accounts,
            RecoveryAddresses addresses,
            Memberships memberships,
            Tombstones tombstones,
            Remains remains,
            RedactingReports reports,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.addresses = addresses;
        this.memberships = memberships;
        this.tombstones = tombstones;
        this.remains = remains;
        this.reports = reports;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * Whether they had an account and left an address: who never did is not written to, nor are the
     * dead.
     */
    boolean canBeTold(PersonId id) {
        Optional<Person> person = people.byId(id).filter(each -> each.status() != Status.DECEASED);
        return person.isPresent()
                && accounts.byId(id).isPresent()
                && (addresses.of(id).isPresent() || person.flatMap(Person::email).isPresent());
    }

    boolean isErased(PersonId id) {
        return tombstones.stands(id);
    }

    /**
     * Keeps rosters from changing people until the transaction ends; before anybody is held, as
     * those do it in that order.
     */
    void begin() {
        reports.hold();
    }

    /**
     * Whether they are still gone, or asked; nobody else changes that until the transaction ends.
     */
    boolean isStillToGo(Farewell farewell) {
        boolean present =
                people.lock(farewell.person())
                        .filter(person -> person.status().present())
                        .isPresent();
        return !isErased(farewell.person()) && (farewell.cause() == Cause.ASKED || !present);
    }

    /** The trail comes last: whoever writes to it makes everybody else wait. */
    void erase(Actor actor, List<Farewell> going) {
        Map<PersonId, Person> known =
                people.byIds(going.stream().map(Farewell::person).collect(Collectors.toSet()));
        reports.redact(
                known.keySet(),
                known.values().stream()
                        .flatMap(person -> person.number().stream())
                        .collect(Collectors.toSet()));
        for (Farewell farewell : going) {
            erase(Objects.requireNonNull(known.get(farewell.person())), farewell.cause());
        }
        for (Farewell farewell : going) {
            trail.append(AuditEntry.of(actor, "person.erased", farewell.person().value()));
        }
    }

    private void erase(Person person, Cause cause) {
        PersonId id = person.id();
        Set<UnitId> belonged =
                memberships.of(id, LocalDate.now(clock)).stream()
                        .map(Membership::unit)
                        .collect(Collectors.toSet());
        tombstones.raise(id, person.number(), cause, clock.instant());
        Set<UnitId> granting = remains.erase(id, person.number());
        accounts.byId(id).map(Account::erased).ifPresent(accounts::save);
        people.save(person.erased());
        wake.touched(new Touched(belonged, Set.of(id), granting));
    }
}
