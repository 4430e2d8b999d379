package org.freihafen.applying;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.DisplayNameDesign;
import org.freihafen.accounts.FreeUsernames;
import org.freihafen.accounts.FreeUsernames.Joiner;
import org.freihafen.accounts.Username;
import org.freihafen.arrival.ComingBack;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.Statuses;
import org.freihafen.membership.Statuses.Effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Stores a batch in a few round trips: people, memberships, accounts. */
@Dependent
public class StoringBatch {
    private final People people;
    private final Memberships memberships;
    private final Accounts accounts;
    private final FreeUsernames usernames;
    private final ComingBack comingBack;

    @Inject
    public StoringBatch(
            People people,
            Memberships memberships,
            Accounts accounts,
            FreeUsernames usernames,
            ComingBack comingBack) {
        this.people = people;
        this.memberships = memberships;
        this.accounts = accounts;
        this.usernames = usernames;
        this.comingBack = comingBack;
    }

    void store(
            RosterBatch batch, LocalDate today, Happenings happenings, Predicate<UnitId> living) {
        people.add(batch.added);
        people.save(batch.changed);
        place(batch, today, happenings);
        restore(batch, today, living);
        suspend(batch);
        giveAccounts(batch);
    }

    private void place(RosterBatch batch, LocalDate today, Happenings happenings) {
        Set<PersonId> touched = new HashSet<>(batch.leaving.keySet());
        touched.addAll(batch.placed.keySet());
        batch.added.forEach(person -> touched.remove(person.id()));
        List<Membership> ending = new ArrayList<>();
        Map<PersonId, Role> keptRoles = new HashMap<>();
        for (Membership membership : memberships.of(touched, today)) {
            PersonId person = membership.person();
            Optional<UnitId> unit = Optional.of(membership.unit());
            boolean registered = membership.origin() == Origin.REGISTER;
            boolean there = unit.equals(batch.placed.getOrDefault(person, Optional.empty()));
            Optional<Effect> effect = Optional.ofNullable(batch.effects.get(person));
            boolean office = effect.map(e -> e.offices() == Statuses.Offices.KEEPS).orElse(true);
            if (batch.leaving.containsKey(person)) {
                ending.add(membership);
                happenings.add(registered ? "person.left" : "membership.ended", unit, person);
            } else if (registered || there) {
                ending.add(membership);
                if (there) {
                    keptRoles.put(person, office ? membership.role() : Role.MEMBER);
                } else if (batch.moving.containsKey(person)) {
                    happenings.add("person.moved-away", unit, person);
                }
            } else if (effect.filter(e -> e.groups() != Statuses.Groups.ALL).isPresent()) {
                ending.add(membership);
                happenings.add("membership.ended", unit, person);
            } else if (!office && membership.role() == Role.LEAD) {
                memberships.save(
                        new Membership(
                                person,
                                membership.unit(),
                                Role.MEMBER,
                                membership.period(),
                                membership.origin()));
                happenings.add("office.ended", unit, person);
            }
        }
        memberships.end(ending, today);
        List<Membership> beginning = new ArrayList<>();
        batch.placed.forEach((person, place) ->
                place.ifPresent(unit ->
                        beginning.add(
                                new Membership(
                                        person,
                                        unit,
                                        keptRoles.getOrDefault(person, Role.MEMBER),
                                        Period.since(today),
                                        Origin.REGISTER))));
        memberships.add(beginning);
    }

    /** Former groups, as a member: an office needs its election or appointment anew. */
    private void restore(RosterBatch batch, LocalDate today, Predicate<UnitId> living) {
        batch.restoring.forEach((person, day) -> {
            for (Membership former : memberships.of(person, day)) {
                boolean free = memberships.of(person, former.unit(), today).isEmpty();
                if (former.origin() != Origin.REGISTER && living.test(former.unit()) && free) {
                    memberships.add(
                            new Membership(
                                    person,
                                    former.unit(),
                                    Role.MEMBER,
                                    Period.since(today),
                                    former.origin()));
                }
            }
        });
    }

    private void suspend(RosterBatch batch) {
        Set<PersonId> suspending = new HashSet<>(batch.leaving.keySet());
        batch.effects.forEach((person, effect) -> {
            if (effect.account() == Statuses.Account.SUSPENDED) {
                suspending.add(person);
            }
        });
        accounts.saveStates(
                accounts.byIds(suspending).values().stream()
                        .filter(account -> account.state() != Account.State.ERASED)
                        .map(account -> account.in(Account.State.SUSPENDED))
                        .toList());
    }

    /** Who had an account gets it back: it is theirs, with its login name and password. */
    private void giveAccounts(RosterBatch batch) {
        Map<PersonId, Account> former = accounts.byIds(batch.needingAccount.keySet());
        accounts.saveStates(
                former.values().stream()
                        .filter(account -> account.state() == Account.State.SUSPENDED)
                        .map(comingBack::of)
                        .toList());
        List<Person> without =
                batch.needingAccount.values().stream()
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
