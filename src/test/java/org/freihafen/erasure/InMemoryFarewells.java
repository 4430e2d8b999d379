package org.freihafen.erasure;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Person;
import org.freihafen.membership.Tombstones;
import org.freihafen.membership.Tombstones.Cause;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Farewells for tests; keeps the promises of {@link FarewellsContract}. */
public final class InMemoryFarewells implements Farewells {
    private final TreeMap<PersonId, Farewell> farewells = new TreeMap<>();
    private final Map<PersonId, Instant> written = new HashMap<>();
    private final Supplier<Collection<Person>> people;
    private final Tombstones tombstones;

    public InMemoryFarewells(Supplier<Collection<Person>> people, Tombstones tombstones) {
        this.people = people;
        this.tombstones = tombstones;
    }

    @Override
    public void catchUp(LocalDate today) {
        for (Person person : people.get()) {
            PersonId id = person.id();
            boolean gone = !person.status().present();
            boolean sandbox = person.origin() == Origin.SANDBOX;
            if (gone && !sandbox && !tombstones.stands(id)) {
                farewells.putIfAbsent(id, Farewell.of(id, today, Cause.LEFT));
            } else if (!gone) {
                lock(id).filter(each -> each.cause() == Cause.LEFT).ifPresent(_ -> end(id));
            }
        }
    }

    @Override
    public void begin(Farewell farewell) {
        end(farewell.person());
        farewells.put(farewell.person(), farewell);
    }

    @Override
    public Optional<Farewell> lock(PersonId person) {
        return Optional.ofNullable(farewells.get(person));
    }

    @Override
    public List<Farewell> all() {
        return List.copyOf(farewells.values());
    }

    @Override
    public void save(Farewell farewell) {
        if (farewells.replace(farewell.person(), farewell) == null) {
            throw new IllegalStateException("no farewell of " + farewell.person());
        }
    }

    @Override
    public void end(PersonId person) {
        farewells.remove(person);
        written.remove(person);
    }

    @Override
    public List<PersonId> unwritten(int most) {
        return farewells.values().stream()
                .filter(each -> each.cause() == Cause.LEFT)
                .filter(each -> !written.containsKey(each.person()))
                .sorted(Comparator.comparing(Farewell::since).thenComparing(Farewell::person))
                .limit(most)
                .map(Farewell::person)
                .toList();
    }

    @Override
    public boolean written(PersonId person, Instant moment) {
        return lock(person).filter(each -> each.cause() == Cause.LEFT).isPresent()
                && written.putIfAbsent(person, moment) == null;
    }

    @Override
    public int writtenSince(Instant moment) {
        return (int) written.values().stream().filter(moment::isBefore).count();
    }

    @Override
    public int people() {
        return (int) people.get().stream().filter(each -> !tombstones.stands(each.id())).count();
    }
}
