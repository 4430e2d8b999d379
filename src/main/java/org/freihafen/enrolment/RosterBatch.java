package org.freihafen.enrolment;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.DisplayNameDesign;
import org.freihafen.accounts.FreeUsernames;
import org.freihafen.accounts.FreeUsernames.Joiner;
import org.freihafen.accounts.Username;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Person.Dues;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.Change;
import org.freihafen.roster.RosterEntry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Some changes of a roster, gathered first so that they can be stored together. */
final class RosterBatch {
    private final Happenings happenings;
    private final LocalDate today;
    private final Ids ids;
    private final List<Person> added = new ArrayList<>();
    private final List<Person> changed = new ArrayList<>();
    private final Map<PersonId, UnitId> arriving = new LinkedHashMap<>();
    private final Map<PersonId, Person> needingAccount = new LinkedHashMap<>();
    private final Set<PersonId> moving = new HashSet<>();
    private final Map<PersonId, Person> leaving = new LinkedHashMap<>();

    RosterBatch(Happenings happenings, LocalDate today, Ids ids) {
        this.happenings = happenings;
        this.today = today;
        this.ids = ids;
    }

    void gather(
            List<Change<MemberNumber, RosterEntry>> changes,
            Map<MemberNumber, PersonId> known,
            People people) {
        Set<PersonId> wanted = new HashSet<>();
        for (Change<MemberNumber, RosterEntry> change : changes) {
            Optional.ofNullable(known.get(change.key())).ifPresent(wanted::add);
        }
        Map<PersonId, Person> found = people.byIds(wanted);
        for (Change<MemberNumber, RosterEntry> each : changes) {
            RosterChange change = RosterChange.of(each);
            Optional<Person> person =
                    Optional.ofNullable(known.get(each.key()))
                            .flatMap(id -> Optional.ofNullable(found.get(id)));
            Optional<RosterEntry> after = change.after();
            if (after.isEmpty()) {
                leave(person.orElseThrow());
            } else if (person.isEmpty()) {
                join(each.key(), after.get());
            } else {
                update(person.get(), change, after.get());
            }
        }
    }

    private void join(MemberNumber number, RosterEntry entry) {
        Person person = person(ids.person(), number, entry, Status.MEMBER);
        added.add(person);
        if (entry.present()) {
            arrive(person, entry, "person.joined");
            needingAccount.put(person.id(), person);
        }
    }

    private void update(Person person, RosterChange change, RosterEntry after) {
        Person becomes = person(person.id(), change.number(), after, person.status());
        changed.add(becomes);
        switch (change.kind()) {
            case JOINER, CORRECTION, GONE_BEFORE ->
                    happenings.add("person.corrected", after.place(), person.id());
            case MOVER -> {
                moving.add(person.id());
                arrive(becomes, after, "person.moved");
            }
            case RETURNER -> {
                arrive(becomes, after, "person.returned");
                needingAccount.put(person.id(), becomes);
            }
            case LEAVER -> leaving.put(person.id(), becomes);
        }
    }

    /** The day of leaving, where none is known, is today. */
    void leave(Person person) {
        Person left =
                new Person(
                        person.id(),
                        person.number(),
                        person.givenName(),
                        person.familyName(),
                        person.email(),
                        Status.LEFT,
                        person.joined(),
                        person.left().or(() -> Optional.of(today)),
                        person.dues(),
                        person.origin());
        changed.add(left);
        leaving.put(person.id(), left);
    }

    private void arrive(Person person, RosterEntry entry, String what) {
        arriving.put(person.id(), entry.place().orElseThrow());
        happenings.add(what, entry.place(), person.id());
    }

    private static Person person(
            PersonId id, MemberNumber number, RosterEntry entry, Status presentAs) {
        Status present = presentAs.present() ? presentAs : Status.MEMBER;
        return new Person(
                id,
                Optional.of(number),
                entry.givenName(),
                entry.familyName(),
                entry.email().isEmpty() ? Optional.empty() : Optional.of(entry.email()),
                entry.present() ? present : Status.LEFT,
                entry.joined(),
                entry.left(),
                new Dues(entry.balanceCents(), entry.reminders()),
                Origin.REGISTER);
    }

    void store(People people, Memberships memberships, Accounts accounts, FreeUsernames usernames) {
        people.add(added);
        people.save(changed);
        store(memberships);
        suspend(accounts);
        giveAccounts(accounts, usernames);
    }

    private void store(Memberships memberships) {
        Set<PersonId> touched = new HashSet<>(leaving.keySet());
        touched.addAll(arriving.keySet());
        added.forEach(person -> touched.remove(person.id()));
        List<Membership> ending = new ArrayList<>();
        Map<PersonId, Role> keptRoles = new HashMap<>();
        for (Membership membership : memberships.of(touched, today)) {
            PersonId person = membership.person();
            boolean registered = membership.origin() == Origin.REGISTER;
            boolean there = membership.unit().equals(arriving.get(person));
            if (leaving.containsKey(person)) {
                ending.add(membership);
                Optional<UnitId> unit = Optional.of(membership.unit());
                happenings.add(registered ? "person.left" : "membership.ended", unit, person);
            } else if (registered || there) {
                ending.add(membership);
                if (there) {
                    keptRoles.put(person, membership.role());
                } else if (moving.contains(person)) {
                    Optional<UnitId> unit = Optional.of(membership.unit());
                    happenings.add("person.moved-away", unit, person);
                }
            }
        }
        memberships.end(ending, today);
        List<Membership> beginning = new ArrayList<>();
        arriving.forEach((person, unit) ->
                beginning.add(
                        new Membership(
                                person,
                                unit,
                                keptRoles.getOrDefault(person, Role.MEMBER),
                                Period.since(today),
                                Origin.REGISTER)));
        memberships.add(beginning);
    }

    private void suspend(Accounts accounts) {
        List<Account> suspended =
                accounts.byIds(leaving.keySet()).values().stream()
                        .filter(account -> account.state() != Account.State.ERASED)
                        .map(account -> account.in(Account.State.SUSPENDED))
                        .toList();
        accounts.saveStates(suspended);
    }

    /** Who had an account gets it back: it is theirs, with its login name and password. */
    private void giveAccounts(Accounts accounts, FreeUsernames usernames) {
        Map<PersonId, Account> former = accounts.byIds(needingAccount.keySet());
        accounts.saveStates(
                former.values().stream()
                        .filter(account -> account.state() == Account.State.SUSPENDED)
                        .map(account -> account.in(Account.State.ACTIVE))
                        .toList());
        List<Person> without =
                needingAccount.values().stream()
                        .filter(person -> !former.containsKey(person.id()))
                        .toList();
        List<Username> names =
                usernames.forAll(
                        without.stream()
                                .map(p -> new Joiner(p.givenName(), p.familyName()))
                                .toList());
        List<Account> made = new ArrayList<>();
        for (int i = 0; i < without.size(); i++) {
            Person person = without.get(i);
            String called = DisplayNameDesign.of(person.givenName(), person.familyName());
            made.add(new Account(person.id(), names.get(i), called, Account.State.INVITED, false));
        }
        accounts.add(made);
    }
}
