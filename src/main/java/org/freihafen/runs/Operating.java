package org.freihafen.runs;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.ids.Ids;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.Run.Phase;

import java.util.List;
import java.util.Optional;

/** Administrators look at targets, ask for runs, and let held plans go. */
@Dependent
public class Operating {
    private static final int LATEST = 20;

    private final Access access;
    private final Lanes lanes;
    private final Runs runs;
    private final RunSettings settings;
    private final Noting noting;
    private final Ids ids;

    @Inject
    public Operating(
            Access access, Lanes lanes, Runs runs, RunSettings settings, Noting noting, Ids ids) {
        this.access = access;
        this.lanes = lanes;
        this.runs = runs;
        this.settings = settings;
        this.noting = noting;
        this.ids = ids;
    }

    /**
     * A target and how it fares.
     *
     * @param latest its runs, newest first
     */
    public record TargetState(
            String name, boolean readOnly, Optional<Run> held, List<Run> latest) {}

    public List<TargetState> targets(Actor actor) {
        access.require(actor, Action.SEE_TARGETS);
        return lanes.targets().stream()
                .map(name ->
                        new TargetState(
                                name, settings.readOnly(), runs.held(name), runs.of(name, LATEST)))
                .toList();
    }

    public Optional<Run> run(Actor actor, RunId id) {
        access.require(actor, Action.SEE_TARGETS);
        return runs.byId(id);
    }

    public List<RunLine> lines(Actor actor, RunId id, int afterNumber, int limit) {
        access.require(actor, Action.SEE_TARGETS);
        return runs.lines(id, afterNumber, limit);
    }

    /** Queues a full run and gives its id at once. */
    public Decision<RunId> start(Actor actor, String target, boolean dryRun) {
        access.require(actor, Action.RUN_TARGETS);
        return queue(actor, target, dryRun, Optional.empty(), "run.asked");
    }

    /**
     * Lets a held plan go: exactly the one with this hash, or none. A newer run that found the very
     * same to do changes nothing.
     */
    public Decision<RunId> approve(Actor actor, RunId id, String hash) {
        access.require(actor, Action.RUN_TARGETS);
        Optional<Run> run = runs.byId(id);
        if (run.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        if (settings.readOnly()) {
            return Decision.refused(Refusal.by(Rule.READ_ONLY, "freihafen.readonly"));
        }
        Optional<String> stillHeld = runs.held(run.get().target()).flatMap(Run::hash);
        if (run.get().phase() != Phase.HELD
                || !run.get().hash().equals(Optional.of(hash))
                || !stillHeld.equals(Optional.of(hash))) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        return queue(actor, run.get().target(), false, Optional.of(hash), "run.approved");
    }

    /**
     * Goes on from what the target holds, though it was written by another installation or a newer
     * state.
     */
    public Decision<String> takeOver(Actor actor, String target) throws TargetUnavailable {
        access.require(actor, Action.RUN_TARGETS);
        if (!lanes.targets().contains(target)) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, target));
        }
        lanes.takeOver(target);
        noting.note(AuditEntry.of(actor, "target.taken-over").because(target));
        return Decision.done(target);
    }

    private Decision<RunId> queue(
            Actor actor, String target, boolean dryRun, Optional<String> hash, String what) {
        RunId id = ids.run();
        if (!lanes.ask(target, id, dryRun, hash)) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, target));
        }
        noting.note(AuditEntry.of(actor, what, id.value()));
        return Decision.done(id);
    }
}
