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
import org.freihafen.membership.Tombstones;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** Erases one person down to the id, in the transaction it is called in. */
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

    /** Whether they had an account and left an address: who never did is not written to. */
    boolean canBeTold(PersonId person) {
        return accounts.byId(person).isPresent()
                && (addresses.of(person).isPresent()
                        || people.byId(person).flatMap(Person::email).isPresent());
    }

    void erase(Actor actor, PersonId id, Cause cause) {
        Person person = people.byId(id).orElseThrow();
        Set<UnitId> belonged =
                memberships.of(id, LocalDate.now(clock)).stream()
                        .map(Membership::unit)
                        .collect(Collectors.toSet());
        tombstones.raise(id, person.number(), cause, clock.instant());
        reports.redact(id, person.number());
        Set<UnitId> granting = remains.erase(id, person.number());
        accounts.byId(id).map(Account::erased).ifPresent(accounts::save);
        people.save(person.erased());
        trail.append(AuditEntry.of(actor, "person.erased", id.value()));
        wake.touched(new Touched(belonged, Set.of(id), granting));
    }
}
