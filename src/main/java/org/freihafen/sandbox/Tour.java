package org.freihafen.sandbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Account.State;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The logins of the tour: five people of the sandbox's own, outside every roster's scope. */
@Dependent
public class Tour {
    /** For all of them. */
    public static final String PASSWORD = "sandbox";

    private static final UnitKey HOME = new UnitKey("sn-14626");
    private static final UnitKey ENVIRONMENT = new UnitKey("ag-002");
    private static final UnitKey BOARD = new UnitKey("sn-vorstand");
    private static final UnitKey TRANSPORT = new UnitKey("ag-004");

    private final Units units;
    private final People people;
    private final Memberships memberships;
    private final Accounts accounts;
    private final RecoveryAddresses addresses;
    private final Duties duties;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Tour(
            Units units,
            People people,
            Memberships memberships,
            Accounts accounts,
            RecoveryAddresses addresses,
            Duties duties,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.memberships = memberships;
        this.accounts = accounts;
        this.addresses = addresses;
        this.duties = duties;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes the logins that are missing, all or none, and names the people behind them. */
    @Transactional
    public List<PersonId> logins() {
        Structure structure = units.structure();
        UnitId federation = structure.root().orElseThrow().id();
        PersonId admin = login("admin", "Ada Admin");
        PersonId office = login("office", "Olaf Office");
        PersonId lead = login("lead", "Lea Lang");
        PersonId member = login("member", "Max Meer");
        PersonId guest = login("guest-group", "Gesa Gast");
        List<PersonId> all = List.of(admin, office, lead, member, guest);
        all.forEach(person -> belong(person, unit(structure, HOME), Role.MEMBER));
        belong(lead, unit(structure, ENVIRONMENT), Role.LEAD);
        belong(lead, unit(structure, BOARD), Role.MEMBER);
        belong(member, unit(structure, ENVIRONMENT), Role.MEMBER);
        belong(guest, unit(structure, TRANSPORT), Role.MEMBER);
        duties.give(new DutyHeld(admin, Duty.ADMINISTRATOR, federation, Optional.empty()));
        duties.give(new DutyHeld(office, Duty.MEMBER_OFFICE, federation, Optional.empty()));
        return all;
    }

    private static UnitId unit(Structure structure, UnitKey key) {
        return structure.byKey(key).map(Unit::id).orElseThrow();
    }

    private PersonId login(String username, String displayName) {
        Optional<Account> there = accounts.byUsername(new Username(username));
        if (there.isPresent()) {
            return there.get().id();
        }
        PersonId id = ids.person();
        int space = displayName.indexOf(' ');
        people.add(
                List.of(
                        new Person(
                                id,
                                Optional.empty(),
                                displayName.substring(0, space),
                                displayName.substring(space + 1),
                                Optional.empty(),
                                Status.MEMBER,
                                Optional.empty(),
                                Optional.empty(),
                                Person.Dues.NONE,
                                Origin.SANDBOX)));
        accounts.add(
                List.of(new Account(id, new Username(username), displayName, State.ACTIVE, true)));
        addresses.confirm(id, username + "@example.org", clock.instant());
        trail.append(AuditEntry.of(new Actor.Host(), "sandbox.login-made", id.value()));
        return id;
    }

    private void belong(PersonId person, UnitId unit, Role role) {
        LocalDate today = LocalDate.now(clock);
        if (memberships.of(person, unit, today).isEmpty()) {
            memberships.add(
                    List.of(
                            new Membership(
                                    person, unit, role, Period.since(today), Origin.SANDBOX)));
        }
    }
}
