package org.freihafen.applying;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.audit.Trail;
import org.freihafen.enrolment.RegisterState;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterPlan;
import org.freihafen.enrolment.RosterStep;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Statuses;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Carries steps of a plan out, in the transaction it is called in. A step is left out whose person
 * is no longer as the plan found them, whose number somebody else has meanwhile, or that leads into
 * a unit which ended: what was approved happens exactly, or not at all.
 */
@Dependent
public class ApplyingRoster {
    static final int AT_ONCE = 1000;

    private final People people;
    private final RegisterState register;
    private final Units units;
    private final Statuses statuses;
    private final StoringBatch storing;
    private final LeavingDuties duties;
    private final Trail trail;
    private final Ids ids;
    private final Iterable<PeopleChanged> followers;

    @Inject
    public ApplyingRoster(
            People people,
            RegisterState register,
            Units units,
            Statuses statuses,
            StoringBatch storing,
            LeavingDuties duties,
            Trail trail,
            Ids ids,
            @Any Instance<PeopleChanged> followers) {
        this(
                people,
                register,
                units,
                statuses,
                storing,
                duties,
                trail,
                ids,
                (Iterable<PeopleChanged>) followers);
    }

    public ApplyingRoster(
            People people,
            RegisterState register,
            Units units,
            Statuses statuses,
            StoringBatch storing,
            LeavingDuties duties,
            Trail trail,
            Ids ids,
            Iterable<PeopleChanged> followers) {
        this.people = people;
        this.register = register;
        this.units = units;
        this.statuses = statuses;
        this.storing = storing;
        this.duties = duties;
        this.trail = trail;
        this.ids = ids;
        this.followers = followers;
    }

    /** All of a plan, a thousand people at a time. */
    public void apply(Actor actor, RosterPlan plan, LocalDate today) {
        List<RosterStep> steps = plan.steps();
        for (int from = 0; from < steps.size(); from += AT_ONCE) {
            apply(actor, steps.subList(from, Math.min(from + AT_ONCE, steps.size())), today);
        }
    }

    /** Some steps; answers which of them were left out. */
    BitSet apply(Actor actor, List<RosterStep> steps, LocalDate today) {
        Set<PersonId> wanted = new HashSet<>();
        steps.forEach(step -> step.person().ifPresent(wanted::add));
        Map<PersonId, Person> found = people.byIds(wanted);
        Map<PersonId, RosterEntry> known = register.entries(found.values(), today);
        Map<MemberNumber, PersonId> holders = holders(steps);
        Set<PersonId> staying = duties.staying(leaving(steps));
        Structure structure = units.structure();
        Predicate<UnitId> living =
                unit -> structure.byId(unit).filter(each -> !each.ended()).isPresent();
        Happenings happenings = new Happenings();
        RosterBatch batch = new RosterBatch(happenings, today, ids, statuses);
        BitSet leftOut = new BitSet();
        Set<PersonId> left = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            RosterStep step = steps.get(i);
            Optional<PersonId> id = step.person();
            boolean same =
                    step.meaning().before().equals(id.map(known::get))
                            && id.filter(staying::contains).isEmpty();
            if (same
                    && !RedactingReports.isRedacted(step)
                    && free(step, holders)
                    && place(step).filter(living.negate()).isEmpty()) {
                batch.add(step, id.map(found::get));
            } else {
                leftOut.set(i);
            }
        }
        left.addAll(batch.leaving.keySet());
        storing.store(batch, today, happenings, living);
        happenings.record(actor, trail);
        duties.end(actor, left);
        batch.told()
                .forEach((what, whom) ->
                        followers.forEach(follower -> follower.changed(actor, what, whom)));
        return leftOut;
    }

    /** Who has the numbers that these steps give somebody. */
    private Map<MemberNumber, PersonId> holders(List<RosterStep> steps) {
        Set<MemberNumber> given = new HashSet<>();
        for (RosterStep step : steps) {
            given(step).ifPresent(given::add);
        }
        return given.isEmpty() ? Map.of() : people.byNumbers(given);
    }

    private static Optional<MemberNumber> given(RosterStep step) {
        RosterChange change = step.meaning();
        Optional<MemberNumber> before = change.before().map(RosterEntry::number);
        return change.after()
                .map(RosterEntry::number)
                .filter(is -> !before.equals(Optional.of(is)));
    }

    private static boolean free(RosterStep step, Map<MemberNumber, PersonId> holders) {
        return given(step).filter(holders::containsKey).isEmpty();
    }

    /** Where the step places somebody who is not there yet. */
    private static Optional<UnitId> place(RosterStep step) {
        return switch (step.meaning().kind()) {
            case JOINER, MOVER, STATUS, RETURNER ->
                    step.meaning().after().flatMap(RosterEntry::place);
            case CORRECTION, GONE_BEFORE, LEAVER -> Optional.empty();
        };
    }

    private static Set<PersonId> leaving(List<RosterStep> steps) {
        Map<PersonId, RosterStep> leaving = new HashMap<>();
        for (RosterStep step : steps) {
            step.person()
                    .filter(_ -> step.meaning().kind() == RosterChange.Kind.LEAVER)
                    .ifPresent(person -> leaving.put(person, step));
        }
        return leaving.keySet();
    }

    /** Those who must not leave, because nobody else administers the whole. */
    public Set<PersonId> staying(Set<PersonId> leaving) {
        return duties.staying(leaving);
    }
}
