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

/**
 * Carries steps of a plan out, in the transaction it is called in. A step whose person is no longer
 * as the plan found them is left out: what was approved happens exactly, or not at all.
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
        Set<PersonId> staying = duties.staying(leaving(steps));
        Structure structure = units.structure();
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
            if (same) {
                batch.add(step, id.map(found::get));
            } else {
                leftOut.set(i);
            }
        }
        left.addAll(batch.leaving.keySet());
        storing.store(
                batch,
                today,
                happenings,
                unit -> structure.byId(unit).filter(each -> !each.ended()).isPresent());
        happenings.record(actor, trail);
        duties.end(actor, left);
        batch.told()
                .forEach((what, whom) ->
                        followers.forEach(follower -> follower.changed(actor, what, whom)));
        return leftOut;
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
