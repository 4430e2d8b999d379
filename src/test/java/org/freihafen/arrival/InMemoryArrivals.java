package org.freihafen.arrival;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Arrivals for tests; keeps the promises of {@link ArrivalsContract}. */
public final class InMemoryArrivals implements Arrivals {
    private final People people;
    private final Accounts accounts;
    private final Map<PersonId, Invited> invited = new HashMap<>();
    private boolean paused = true;

    public InMemoryArrivals(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    private Stream<Person> expected() {
        List<PersonId> ids = new ArrayList<>();
        accounts.forEach(account -> {
            if (account.state() == Account.State.INVITED) {
                ids.add(account.id());
            }
        });
        return ids.stream()
                .flatMap(id -> people.byId(id).stream())
                .filter(person -> person.origin() == Origin.REGISTER)
                .sorted(Comparator.comparing(person -> person.id().toString()));
    }

    private Stream<PersonId> waitingOnes() {
        return expected()
                .filter(person -> person.email().isPresent() && !invited.containsKey(person.id()))
                .map(Person::id);
    }

    @Override
    public List<PersonId> waiting(int most) {
        return waitingOnes().limit(most).toList();
    }

    @Override
    public int waiting() {
        return (int) waitingOnes().count();
    }

    @Override
    public List<PersonId> unreachable(Optional<PersonId> after, int most) {
        return expected()
                .filter(person -> person.email().isEmpty())
                .map(Person::id)
                .filter(id ->
                        after.map(a -> id.toString().compareTo(a.toString()) > 0).orElse(true))
                .limit(most)
                .toList();
    }

    @Override
    public int writtenSince(Instant moment) {
        return (int) invited.values().stream().filter(i -> i.at().isAfter(moment)).count();
    }

    @Override
    public void written(Invited written) {
        invited.put(written.person(), written);
    }

    @Override
    public void forget(PersonId person) {
        invited.remove(person);
    }

    @Override
    public Optional<Invited> of(PersonId person) {
        return Optional.ofNullable(invited.get(person));
    }

    @Override
    public boolean paused() {
        return paused;
    }

    @Override
    public void pause(boolean pause) {
        paused = pause;
    }
}
