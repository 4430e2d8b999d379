package org.freihafen.guests;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Guests for tests; keeps the promises of {@link GuestsContract}. */
public final class InMemoryGuests implements Guests {
    private final Map<PersonId, Guest> guests = new HashMap<>();
    private final Units units;

    public InMemoryGuests(Units units) {
        this.units = units;
    }

    @Override
    public void add(Guest guest) {
        if (guests.putIfAbsent(guest.person(), guest) != null) {
            throw new IllegalStateException("there is a guest " + guest.person());
        }
    }

    @Override
    public Optional<Guest> byId(PersonId person) {
        return Optional.ofNullable(guests.get(person));
    }

    @Override
    public Optional<Guest> lock(PersonId person) {
        return byId(person);
    }

    @Override
    public List<Guest> of(UnitId unit) {
        return sorted(guest -> guest.unit().equals(unit));
    }

    @Override
    public List<Guest> endingBy(LocalDate day) {
        return sorted(guest ->
                !guest.until().isAfter(day)
                        || units.byId(guest.unit()).filter(Unit::ended).isPresent());
    }

    private List<Guest> sorted(Predicate<Guest> which) {
        return guests.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(Guest::until).thenComparing(Guest::person))
                .toList();
    }

    @Override
    public void save(Guest guest) {
        if (guests.replace(guest.person(), guest) == null) {
            throw new IllegalStateException("no guest " + guest.person());
        }
    }

    @Override
    public void end(PersonId person) {
        guests.remove(person);
    }
}
