package org.freihafen.membership;

import org.freihafen.ids.PersonId;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People for tests; keeps the promises of {@link PeopleContract}. */
public final class InMemoryPeople implements People {
    private final Map<PersonId, Person> people = new LinkedHashMap<>();

    /** Everybody, in the order in which they were added. */
    public Collection<Person> all() {
        return List.copyOf(people.values());
    }

    @Override
    public Optional<Person> byId(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<Person> lock(PersonId id) {
        return byId(id);
    }

    @Override
    public Map<PersonId, Person> byIds(Set<PersonId> ids) {
        Map<PersonId, Person> found = new HashMap<>(people);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public Optional<Person> byNumber(MemberNumber number) {
        return people.values().stream()
                .filter(person -> person.number().equals(Optional.of(number)))
                .findFirst();
    }

    @Override
    public Map<MemberNumber, PersonId> byNumbers(Set<MemberNumber> numbers) {
        Map<MemberNumber, PersonId> found = new HashMap<>();
        numbers.forEach(
                number -> byNumber(number).ifPresent(person -> found.put(number, person.id())));
        return found;
    }

    @Override
    public List<Person> byEmail(String email) {
        return people.values().stream()
                .filter(person -> person.email().filter(email::equalsIgnoreCase).isPresent())
                .toList();
    }

    @Override
    public void add(Collection<Person> joiners) {
        for (Person person : joiners) {
            if (people.containsKey(person.id())
                    || person.number().flatMap(this::byNumber).isPresent()) {
                throw new IllegalStateException("there is a person " + person.id());
            }
            people.put(person.id(), person);
        }
    }

    @Override
    public void save(Collection<Person> changed) {
        for (Person person : changed) {
            if (people.replace(person.id(), person) == null) {
                throw new IllegalStateException("no person " + person.id());
            }
        }
    }

    @Override
    public boolean anybodyDue(LocalDate today) {
        return people.values().stream()
                .filter(person -> person.origin() == Origin.REGISTER && person.status().present())
                .flatMap(person -> person.left().stream())
                .anyMatch(day -> !day.isAfter(today));
    }
}
