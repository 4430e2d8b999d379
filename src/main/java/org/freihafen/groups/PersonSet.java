package org.freihafen.groups;

import org.freihafen.ids.PersonId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A set of people as one sorted array: four bytes each beside the ids themselves. Immutable. */
public final class PersonSet {
    public static final PersonSet EMPTY = new PersonSet(new PersonId[0]);

    private final PersonId[] sorted;

    private PersonSet(PersonId[] sorted) {
        this.sorted = sorted;
    }

    public static PersonSet of(Collection<PersonId> people) {
        return of(people.toArray(PersonId[]::new), people.size());
    }

    /** Of the first {@code size}, in any order and as often as they come. The array is not kept. */
    static PersonSet of(PersonId[] people, int size) {
        PersonId[] copy = Arrays.copyOf(people, size);
        Arrays.sort(copy);
        int kept = 0;
        for (PersonId person : copy) {
            if (kept == 0 || !copy[kept - 1].equals(person)) {
                copy[kept++] = person;
            }
        }
        return new PersonSet(kept == size ? copy : Arrays.copyOf(copy, kept));
    }

    public int size() {
        return sorted.length;
    }

    public boolean contains(PersonId person) {
        return Arrays.binarySearch(sorted, person) >= 0;
    }

    public List<PersonId> list() {
        return List.of(sorted);
    }

    /** Those in this set who are not in the other. */
    public List<PersonId> minus(PersonSet other) {
        List<PersonId> rest = new ArrayList<>();
        int o = 0;
        for (PersonId person : sorted) {
            while (o < other.sorted.length && other.sorted[o].compareTo(person) < 0) {
                o++;
            }
            if (o == other.sorted.length || !other.sorted[o].equals(person)) {
                rest.add(person);
            }
        }
        return rest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonSet that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    /** All of it: a plan's hash rests on this. */
    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
