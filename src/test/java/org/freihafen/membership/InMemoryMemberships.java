package org.freihafen.membership;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Memberships for tests; keeps the promises of {@link MembershipsContract}. */
public final class InMemoryMemberships implements Memberships {
    private final List<Membership> memberships = new ArrayList<>();

    @Override
    public List<Membership> of(PersonId person, LocalDate on) {
        return memberships.stream()
                .filter(m -> m.person().equals(person) && m.period().holdsOn(on))
                .sorted(Comparator.comparing(Membership::unit))
                .toList();
    }

    @Override
    public List<Membership> in(UnitId unit, LocalDate on) {
        return memberships.stream()
                .filter(m -> m.unit().equals(unit) && m.period().holdsOn(on))
                .sorted(
                        Comparator.comparing((Membership m) -> m.role() != Role.LEAD)
                                .thenComparing(Membership::person))
                .toList();
    }

    @Override
    public Optional<Membership> of(PersonId person, UnitId unit, LocalDate on) {
        return of(person, on).stream().filter(m -> m.unit().equals(unit)).findFirst();
    }

    @Override
    public List<Membership> of(Set<PersonId> people, LocalDate on) {
        return memberships.stream()
                .filter(m -> people.contains(m.person()) && m.period().holdsOn(on))
                .toList();
    }

    @Override
    public void end(Collection<Membership> ending, LocalDate on) {
        ending.forEach(m -> end(m.person(), m.unit(), on));
    }

    @Override
    public List<Membership> movedAway(LocalDate after, LocalDate on) {
        Set<PersonId> placed =
                memberships.stream()
                        .filter(m -> m.origin() == Origin.REGISTER && m.period().holdsOn(on))
                        .map(Membership::person)
                        .collect(Collectors.toSet());
        return memberships.stream()
                .filter(m -> m.origin() == Origin.REGISTER && placed.contains(m.person()))
                .filter(m ->
                        m.period()
                                .until()
                                .filter(end -> end.isAfter(after) && !end.isAfter(on))
                                .isPresent())
                .sorted(Comparator.comparing(Membership::person).thenComparing(Membership::unit))
                .toList();
    }

    @Override
    public void add(Collection<Membership> joining) {
        for (Membership membership : joining) {
            if (memberships.stream().anyMatch(m -> overlap(m, membership))) {
                throw new IllegalStateException(
                        membership.person() + " belongs to " + membership.unit() + " already");
            }
            memberships.add(membership);
        }
    }

    private static boolean overlap(Membership one, Membership other) {
        return one.person().equals(other.person())
                && one.unit().equals(other.unit())
                && before(one.period().from(), other.period().until())
                && before(other.period().from(), one.period().until());
    }

    private static boolean before(LocalDate day, Optional<LocalDate> until) {
        return until.map(day::isBefore).orElse(true);
    }

    @Override
    public void save(Membership membership) {
        if (!memberships.removeIf(
                m ->
                        m.person().equals(membership.person())
                                && m.unit().equals(membership.unit())
                                && m.period().from().equals(membership.period().from()))) {
            throw new IllegalStateException(
                    membership.person() + " does not belong to " + membership.unit());
        }
        if (before(membership.period().from(), membership.period().until())) {
            memberships.add(membership);
        }
    }

    @Override
    public void end(PersonId person, UnitId unit, LocalDate on) {
        of(person, unit, on)
                .map(m ->
                        new Membership(person, unit, m.role(), m.period().endingOn(on), m.origin()))
                .ifPresent(this::save);
    }

    @Override
    public void forEach(LocalDate on, Each each) {
        for (Membership m : List.copyOf(memberships)) {
            if (m.period().holdsOn(on)) {
                each.of(m.person(), m.unit(), m.role());
            }
        }
    }

    @Override
    public void forEachIn(Set<UnitId> units, LocalDate on, Each each) {
        forEach(
                on,
                (person, unit, role) -> {
                    if (units.contains(unit)) {
                        each.of(person, unit, role);
                    }
                });
    }
}
