package org.freihafen.drift;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Refusal;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Those who decide for a unit see what was done by hand in its workspace. */
@Dependent
@Transactional
public class SeeingDrift {
    private final Access access;
    private final Units units;
    private final Drifts drifts;
    private final Workspaces workspaces;
    private final Grants grants;
    private final Entrants entrants;
    private final Clock clock;

    @Inject
    public SeeingDrift(
            Access access,
            Units units,
            Drifts drifts,
            Workspaces workspaces,
            Grants grants,
            Entrants entrants,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.drifts = drifts;
        this.workspaces = workspaces;
        this.grants = grants;
        this.entrants = entrants;
        this.clock = clock;
    }

    /**
     * Something found, and what can be said of it.
     *
     * @param notAdopted why it cannot be adopted, if so
     */
    public record Shown(Drift drift, Optional<Refusal> notAdopted) {}

    /** What was found in a unit's workspace and in those that it inherited, the newest first. */
    public List<Shown> in(Actor actor, UnitId unit) {
        access.require(actor, Action.SEE_DRIFT, unit);
        Structure structure = units.structure();
        return shown(structure, drifts.in(structure.withInherited(unit)));
    }

    /** That of it that waits for a word, without what can be said of it. */
    public List<Drift> open(Actor actor, UnitId unit) {
        access.require(actor, Action.SEE_DRIFT, unit);
        return drifts.in(units.structure().withInherited(unit)).stream()
                .filter(Drift::open)
                .toList();
    }

    /** All that waits for a word anywhere, for those who look after all of it. */
    public List<Shown> everywhere(Actor actor) {
        return shown(units.structure(), open(actor));
    }

    /** The same without what can be said of it, the newest first. */
    public List<Drift> open(Actor actor) {
        access.require(actor, Action.SEE_DRIFT);
        return drifts.open();
    }

    private List<Shown> shown(Structure structure, List<Drift> found) {
        Cases cases = new Cases(structure, workspaces, grants, entrants, LocalDate.now(clock));
        return found.stream()
                .map(drift -> new Shown(drift, cases.notAdopted(drift.found())))
                .toList();
    }
}
