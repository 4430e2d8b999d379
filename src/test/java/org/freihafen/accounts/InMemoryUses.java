package org.freihafen.accounts;

import org.freihafen.guests.Guests;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Uses for tests; keeps {@link UsesContract}. */
public final class InMemoryUses implements Uses {
    private final Accounts accounts;
    private final Predicate<PersonId> leftOut;
    private final Map<PersonId, Use> all = new TreeMap<>();

    /** For tests in which everybody has an address and nobody is a guest. */
    public InMemoryUses(Accounts accounts) {
        this(accounts, _ -> false);
    }

    public InMemoryUses(
            Accounts accounts, People people, Guests guests, RecoveryAddresses addresses) {
        this(
                accounts,
                person ->
                        guests.byId(person).isPresent()
                                || (addresses.of(person).isEmpty()
                                        && people.byId(person).flatMap(Person::email).isEmpty()));
    }

    private InMemoryUses(Accounts accounts, Predicate<PersonId> leftOut) {
        this.accounts = accounts;
        this.leftOut = leftOut;
    }

    @Override
    public void bound(Map<PersonId, LocalDate> days) {
        all.replaceAll((person, use) ->
                new Use(
                        person,
                        use.bound().filter(_ -> days.containsKey(person)),
                        use.came(),
                        use.told().filter(_ -> !suspended(person))));
        days.forEach((person, day) -> {
            Use before = of(person);
            if (accounts.byId(person).isPresent()
                    && before.bound().filter(known -> !day.isAfter(known)).isEmpty()) {
                all.put(
                        person,
                        new Use(person, Optional.of(day), before.came(), stillTold(before, day)));
            }
        });
    }

    private boolean suspended(PersonId person) {
        return accounts.byId(person)
                .filter(account -> account.state() == Account.State.SUSPENDED)
                .isPresent();
    }

    @Override
    public void came(PersonId person, LocalDate day) {
        if (accounts.byId(person).isPresent()) {
            Use before = of(person);
            all.put(
                    person,
                    new Use(person, before.bound(), Optional.of(day), stillTold(before, day)));
        }
    }

    private static Optional<LocalDate> stillTold(Use before, LocalDate day) {
        return before.told().filter(day::isBefore);
    }

    private Use of(PersonId person) {
        return all.getOrDefault(
                person, new Use(person, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Override
    public void told(PersonId person, LocalDate day) {
        if (all.computeIfPresent(
                        person,
                        (_, use) -> new Use(person, use.bound(), use.came(), Optional.of(day)))
                == null) {
            throw new IllegalStateException("nothing is known of the use of " + person);
        }
    }

    @Override
    public List<Use> known() {
        return all.values().stream()
                .filter(use -> use.bound().isPresent() && !leftOut.test(use.person()))
                .filter(use ->
                        accounts.byId(use.person())
                                .filter(account ->
                                        account.state() == Account.State.ACTIVE
                                                && !account.sandbox())
                                .isPresent())
                .toList();
    }

    @Override
    public Optional<Use> lock(PersonId person) {
        return Optional.ofNullable(all.get(person));
    }
}
