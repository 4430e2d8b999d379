package org.freihafen.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.People;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Verdict;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets people leave on the day that a roster announced, without waiting for the next one. Looks at
 * what is, not at what happened, so that a day on which Freihafen stood still is made good. More at
 * once than a roster may take away unasked is left to the next roster, which somebody approves; and
 * the last administrator of the whole stays.
 */
@Dependent
@Transactional
public class LeavingDue {
    private final People people;
    private final Units units;
    private final RegisterState register;
    private final RosterLimits limits;
    private final ApplyingRoster applying;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public LeavingDue(
            People people,
            Units units,
            RegisterState register,
            RosterLimits limits,
            ApplyingRoster applying,
            Wake wake,
            Clock clock) {
        this.people = people;
        this.units = units;
        this.register = register;
        this.limits = limits;
        this.applying = applying;
        this.wake = wake;
        this.clock = clock;
    }

    /** What came of looking. */
    public sealed interface Looked {
        /**
         * So many left.
         *
         * @param staying who is due but stays, because nobody else administers the whole
         */
        record Left(int count, Set<PersonId> staying) implements Looked {}

        /** So many are due that nobody left. */
        record Held(int due, List<Loss> beyond) implements Looked {}
    }

    /** Suspends everybody whose day has come, or nobody if they are suspiciously many. */
    public Looked leave() {
        LocalDate today = LocalDate.now(clock);
        if (!people.anybodyDue(today)) {
            return new Looked.Left(0, Set.of());
        }
        Due due = due(today);
        int count = due.plan().plan().changes().size();
        return switch (due.verdict()) {
            case Verdict.NeedsApproval(List<Loss> beyond) -> new Looked.Held(count, beyond);
            case Verdict.Safe _ -> {
                if (count > 0) {
                    applying.apply(new Actor.Host(), due.plan(), today);
                    wake.everything();
                }
                yield new Looked.Left(count, due.staying());
            }
        };
    }

    /** Who is due, as a plan that a roster could have made. */
    private record Due(RosterPlan plan, Set<PersonId> staying, Verdict verdict) {}

    private Due due(LocalDate today) {
        RegisterState.Known known = register.known(today, _ -> true, _ -> false);
        RosterPlan everybody = RosterPlan.between(known, left(known, today, Set.of()));
        Set<PersonId> staying = applying.staying(everybody.leaving().keySet());
        RosterPlan plan =
                staying.isEmpty()
                        ? everybody
                        : RosterPlan.between(known, left(known, today, staying));
        return new Due(plan, staying, limits.safeguard().judge(plan.losses(units.structure())));
    }

    private static State<MemberNumber, RosterEntry> left(
            RegisterState.Known known, LocalDate today, Set<PersonId> staying) {
        Map<MemberNumber, RosterEntry> entries = new HashMap<>();
        known.state()
                .forEach((number, entry) -> {
                    boolean due = entry.left().filter(day -> !day.isAfter(today)).isPresent();
                    boolean stays = staying.contains(known.ids().get(number));
                    entries.put(number, due && !stays ? entry.gone() : entry);
                });
        return State.of(entries);
    }
}
