package org.freihafen.reconcile;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.util.HashSet;
import java.util.Set;

/**
 * What a use case changed, as ids: all that an event carries. The database says the rest.
 *
 * @param units whose name, place or people changed
 * @param people whose account or belonging changed
 * @param workspaces the units whose workspace, folders or grants changed
 */
public record Touched(Set<UnitId> units, Set<PersonId> people, Set<UnitId> workspaces) {
    public static final Touched NOTHING = new Touched(Set.of(), Set.of(), Set.of());

    public Touched {
        units = Set.copyOf(units);
        people = Set.copyOf(people);
        workspaces = Set.copyOf(workspaces);
    }

    public static Touched unit(UnitId unit) {
        return new Touched(Set.of(unit), Set.of(), Set.of(unit));
    }

    public static Touched person(PersonId person) {
        return new Touched(Set.of(), Set.of(person), Set.of());
    }

    public static Touched membership(UnitId unit, PersonId person) {
        return new Touched(Set.of(unit), Set.of(person), Set.of());
    }

    public static Touched workspace(UnitId unit) {
        return new Touched(Set.of(), Set.of(), Set.of(unit));
    }

    public Touched and(Touched other) {
        return new Touched(
                union(units, other.units),
                union(people, other.people),
                union(workspaces, other.workspaces));
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
