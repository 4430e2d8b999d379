package org.freihafen.membership;

import java.time.LocalDate;

/** For tests, what people and memberships tell; keeps the promises of {@link RegisterContract}. */
public record InMemoryRegister(InMemoryPeople people, Memberships memberships) implements Register {
    @Override
    public void forEach(LocalDate on, Each each) {
        for (Person person : people.all()) {
            if (person.origin() == Origin.REGISTER) {
                each.of(
                        person,
                        memberships.of(person.id(), on).stream()
                                .filter(held -> held.origin() == Origin.REGISTER)
                                .map(Membership::unit)
                                .findFirst());
            }
        }
    }
}
