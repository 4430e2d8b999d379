package org.freihafen.reconcile;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.util.HashSet;
import java.util.Set;

/** What a use case changed, as ids: all that an event carries. The database says the rest. */
public record Touched(Set<UnitId> units, Set<PersonId> people) {
    public Touched {
        units = Set.copyOf(units);
        people = Set.copyOf(people);
    }

    public static Touched unit(UnitId unit) {
        return new Touched(Set.of(unit), Set.of());
    }

    public static Touched person(PersonId person) {
        return new Touched(Set.of(), Set.of(person));
    }

    public static Touched of(UnitId unit, PersonId person) {
        return new Touched(Set.of(unit), Set.of(person));
    }

    public Touched and(Touched other) {
        Set<UnitId> allUnits = new HashSet<>(units);
        allUnits.addAll(other.units);
        Set<PersonId> allPeople = new HashSet<>(people);
        allPeople.addAll(other.people);
        return new Touched(allUnits, allPeople);
    }
}
