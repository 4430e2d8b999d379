package org.freihafen.leaving;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.applying.LeavingDuties;
import org.freihafen.enrolment.RegisterState;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterLimits;
import org.freihafen.enrolment.RosterLosses;
import org.freihafen.enrolment.RosterPlan;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.People;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Verdict;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.Units;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out whose announced day of leaving has come, as a plan that a roster could have made. */
@Dependent
public class PlanningLeaving {
    private final People people;
    private final Units units;
    private final RegisterState register;
    private final RosterLimits limits;
    private final LeavingDuties duties;

    @Inject
    public PlanningLeaving(
            People people,
            Units units,
            RegisterState register,
            RosterLimits limits,
            LeavingDuties duties) {
        this.people = people;
        this.units = units;
        this.register = register;
        this.limits = limits;
        this.duties = duties;
    }

    /**
     * Who is due.
     *
     * @param plan of those who can leave
     * @param everybody who is due, those who stay included
     * @param staying because nobody else administers the whole
     */
    record Due(RosterPlan plan, RosterPlan everybody, Set<PersonId> staying, Verdict verdict) {
        boolean waits() {
            return !staying.isEmpty() || verdict instanceof Verdict.NeedsApproval;
        }

        int count() {
            return plan.plan().changes().size();
        }

        DueReport report() {
            Map<PersonId, MemberNumber> numbers = everybody.leaving();
            Set<MemberNumber> kept = new HashSet<>();
            staying.forEach(
                    person -> Optional.ofNullable(numbers.get(person)).ifPresent(kept::add));
            List<RosterChange> changes =
                    everybody.plan().changes().stream()
                            .filter(change -> kept.contains(change.key()))
                            .map(RosterChange::of)
                            .toList();
            return new DueReport(plan.plan(), changes, plan.plan().hash(), verdict);
        }
    }

    /** Empty while nobody is due. */
    Optional<Due> due(LocalDate today) {
        return people.anybodyDue(today) ? Optional.of(plan(today)) : Optional.empty();
    }

    private Due plan(LocalDate today) {
        RegisterState.Known known = register.known(today, new RegisterState.Asked() {});
        RosterPlan everybody = RosterPlan.between(known, left(known, today, Set.of()));
        Set<PersonId> staying = duties.staying(everybody.leaving().keySet());
        RosterPlan plan =
                staying.isEmpty()
                        ? everybody
                        : RosterPlan.between(known, left(known, today, staying));
        Verdict verdict = limits.safeguard().judge(RosterLosses.of(plan, units.structure()));
        return new Due(plan, everybody, staying, verdict);
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
