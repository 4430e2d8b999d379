package org.freihafen.applying;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterStep;
import org.freihafen.enrolment.Rosters;
import org.freihafen.ids.RosterId;
import org.freihafen.reconcile.Wake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries approved plans out, some steps in one transaction together with how far it has come: a
 * crash repeats nothing and leaves nothing out.
 */
@Dependent
@Transactional
public class CarryingOut {
    private final Access access;
    private final Rosters rosters;
    private final ApplyingRoster applying;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public CarryingOut(
            Access access, Rosters rosters, ApplyingRoster applying, Wake wake, Clock clock) {
        this.access = access;
        this.rosters = rosters;
        this.applying = applying;
        this.wake = wake;
        this.clock = clock;
    }

    /** What is approved and not yet done. */
    public List<Roster> unfinished() {
        return rosters.in(Roster.Stage.APPLYING);
    }

    /** The steps of an approved plan. */
    public List<RosterStep> steps(RosterId id) {
        return rosters.content(id).map(FrozenSteps::thawed).orElse(List.of());
    }

    /**
     * The next steps. Whoever wants to stop waits until they are done.
     *
     * @param most how many at once
     * @return how far it has come; empty if it is over or was stopped
     */
    public Optional<Roster> next(RosterId id, List<RosterStep> steps, int most) {
        Optional<Roster> found =
                rosters.lock(id).filter(roster -> roster.stage() == Roster.Stage.APPLYING);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Roster roster = found.get();
        int from = roster.progress().done();
        int to = Math.min(from + most, steps.size());
        Actor actor =
                roster.approvedBy().<Actor>map(Actor.Somebody::new).orElseGet(Actor.Host::new);
        BitSet leftOut = applying.apply(actor, steps.subList(from, to), LocalDate.now(clock));
        List<Integer> places = new ArrayList<>();
        leftOut.stream().forEach(place -> places.add(from + place));
        Roster advanced = roster.advanced(to, places.size());
        rosters.advance(advanced, places);
        if (advanced.stage() == Roster.Stage.APPLIED) {
            wake.everything();
        }
        return Optional.of(advanced);
    }

    /** What became of a step. */
    public enum Outcome {
        DONE,
        /** The person was no longer as the plan had found them. */
        LEFT_OUT,
        OPEN
    }

    /** One line of the report. */
    public record Line(RosterStep step, Outcome outcome) {}

    /** The report on an approved roster, step by step, while it is kept. */
    public Decision<List<Line>> report(Actor actor, RosterId id) {
        access.require(actor, Action.RULE_ROSTER);
        Optional<Roster> roster = rosters.byId(id).filter(Roster::approved);
        Optional<byte[]> kept = rosters.content(id);
        if (roster.isEmpty() || kept.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Set<Integer> leftOut = new HashSet<>(rosters.leftOut(id));
        List<Line> lines = new ArrayList<>();
        for (RosterStep step : FrozenSteps.thawed(kept.get())) {
            int place = lines.size();
            Outcome outcome =
                    place >= roster.get().progress().done()
                            ? Outcome.OPEN
                            : leftOut.contains(place) ? Outcome.LEFT_OUT : Outcome.DONE;
            lines.add(new Line(step, outcome));
        }
        return Decision.done(lines);
    }
}
