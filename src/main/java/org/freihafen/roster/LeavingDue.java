package org.freihafen.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Verdict;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets people leave on the day that a roster announced, without waiting for the next one. Looks at
 * what is, not at what happened, so that a day on which Freihafen stood still is made good. More at
 * once than a roster may take away unasked is left to the next roster, which somebody approves.
 */
@Dependent
@Transactional
public class LeavingDue {
    private final People people;
    private final Memberships memberships;
    private final Units units;
    private final RosterLimits limits;
    private final ApplyingRoster applying;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public LeavingDue(
            People people,
            Memberships memberships,
            Units units,
            RosterLimits limits,
            ApplyingRoster applying,
            Wake wake,
            Clock clock) {
        this.people = people;
        this.memberships = memberships;
        this.units = units;
        this.limits = limits;
        this.applying = applying;
        this.wake = wake;
        this.clock = clock;
    }

    /** What came of looking. */
    public sealed interface Looked {
        record Left(int count) implements Looked {}

        /** So many are due that nobody left. */
        record Held(int due, List<Loss> beyond) implements Looked {}
    }

    /** Suspends everybody whose day has come, or nobody if they are suspiciously many. */
    public Looked leave() {
        LocalDate today = LocalDate.now(clock);
        List<Person> due = new ArrayList<>();
        Set<PersonId> present = new HashSet<>();
        people.forEachFromRegister(person -> {
            if (person.status().present()) {
                present.add(person.id());
                if (person.left().filter(day -> !day.isAfter(today)).isPresent()) {
                    due.add(person);
                }
            }
        });
        if (due.isEmpty()) {
            return new Looked.Left(0);
        }
        return switch (limits.safeguard().judge(losses(due, present, today))) {
            case Verdict.NeedsApproval(List<Loss> beyond) -> new Looked.Held(due.size(), beyond);
            case Verdict.Safe _ -> {
                applying.leave(new Actor.Host(), due, today);
                wake.everything();
                yield new Looked.Left(due.size());
            }
        };
    }

    private List<Loss> losses(List<Person> due, Set<PersonId> present, LocalDate today) {
        Set<PersonId> leaving = new HashSet<>();
        due.forEach(person -> leaving.add(person.id()));
        Map<UnitId, Integer> leavingFrom = new HashMap<>();
        Map<UnitId, Integer> there = new HashMap<>();
        memberships.forEachPlaced(
                today,
                (person, unit) -> {
                    if (present.contains(person)) {
                        there.merge(unit, 1, Integer::sum);
                    }
                    if (leaving.contains(person)) {
                        leavingFrom.merge(unit, 1, Integer::sum);
                    }
                });
        List<Loss> losses = new ArrayList<>();
        losses.add(new Loss(RosterLimits.LEAVING, "", due.size(), present.size()));
        losses.addAll(LeavingByUnit.losses(units.structure(), leavingFrom, there));
        return losses;
    }
}
