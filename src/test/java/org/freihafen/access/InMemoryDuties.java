package org.freihafen.access;

import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Duties for tests; keeps the promises of {@link DutiesContract}. */
public final class InMemoryDuties implements Duties {
    private final List<DutyHeld> held = new ArrayList<>();

    @Override
    public List<DutyHeld> of(PersonId person) {
        return held.stream().filter(duty -> duty.person().equals(person)).toList();
    }

    @Override
    public List<DutyHeld> all() {
        return List.copyOf(held);
    }

    @Override
    public void give(DutyHeld given) {
        held.removeIf(there -> same(there, given));
        held.add(given);
    }

    @Override
    public void end(DutyHeld ended, Instant at) {
        held.replaceAll(there ->
                same(there, ended) && there.holdsAt(at)
                        ? new DutyHeld(there.person(), there.duty(), there.in(), Optional.of(at))
                        : there);
    }

    private static boolean same(DutyHeld one, DutyHeld other) {
        return one.person().equals(other.person())
                && one.duty() == other.duty()
                && one.in().equals(other.in());
    }
}
