package org.freihafen.structurefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PlanId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Verdict;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Inhabitants;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.Units;
import org.freihafen.structurefile.StructureRule.Checked;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the units that came from a structure file to what a newer file says: first as a plan, then
 * by approval of exactly that plan. Units from elsewhere are left alone.
 */
@Dependent
@Transactional
public class Structuring {
    private final Access access;
    private final Units units;
    private final Kinds kinds;
    private final StructureReader reader;
    private final StructurePlans plans;
    private final Inhabitants inhabitants;
    private final StructureLimits limits;
    private final ApplyingStructure applying;
    private final Trail trail;
    private final Wake wake;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Structuring(
            Access access,
            Units units,
            Kinds kinds,
            StructureReader reader,
            StructurePlans plans,
            Inhabitants inhabitants,
            StructureLimits limits,
            ApplyingStructure applying,
            Trail trail,
            Wake wake,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.kinds = kinds;
        this.reader = reader;
        this.plans = plans;
        this.inhabitants = inhabitants;
        this.limits = limits;
        this.applying = applying;
        this.trail = trail;
        this.wake = wake;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of reading a structure file. Nothing has changed yet. */
    public sealed interface Answer {
        record Broken(List<FileProblem> problems) implements Answer {}

        record Planned(PlanId id, String hash, Plan<UnitKey, UnitRow> plan, Verdict verdict)
                implements Answer {}
    }

    /** Checks what was read, and plans. */
    public Answer plan(Actor actor, StructureFile read) {
        access.require(actor, Action.RULE_STRUCTURE);
        Structure structure = units.structure();
        Checked checked = StructureRule.check(read, structure, kinds, inhabitants);
        if (!checked.problems().isEmpty()) {
            return new Answer.Broken(checked.problems());
        }
        State<UnitKey, UnitRow> observed = observed(structure);
        Plan<UnitKey, UnitRow> plan = between(observed, checked);
        StructurePlan stored =
                new StructurePlan(ids.plan(), clock.instant(), read.text(), plan.hash());
        plans.add(stored);
        trail.append(AuditEntry.of(actor, "structure.read", stored.id().value()));
        return new Answer.Planned(
                stored.id(),
                stored.hash(),
                plan,
                limits.safeguard().judge(losses(plan, observed.size())));
    }

    /** Applies exactly the plan that was shown with this hash, or nothing. */
    public Decision<Plan<UnitKey, UnitRow>> approve(Actor actor, PlanId id, String hash) {
        access.require(actor, Action.RULE_STRUCTURE);
        Optional<StructurePlan> shown = plans.byId(id);
        if (shown.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        units.lockTree();
        StructureFile file = reader.read(shown.get().text().getBytes(StandardCharsets.UTF_8));
        Structure structure = units.structure();
        Checked checked = StructureRule.check(file, structure, kinds, inhabitants);
        Plan<UnitKey, UnitRow> plan = between(observed(structure), checked);
        if (!checked.problems().isEmpty()
                || !shown.get().hash().equals(hash)
                || !plan.hash().equals(hash)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        applying.apply(actor, plan, checked.rows(), structure);
        plans.remove(id);
        trail.append(AuditEntry.of(actor, "structure.approved", id.value()));
        wake.everything();
        return Decision.done(plan);
    }

    private static State<UnitKey, UnitRow> observed(Structure structure) {
        Map<UnitKey, UnitRow> rows = new HashMap<>();
        for (Unit unit : structure.living()) {
            if (unit.origin() == Unit.Origin.FILE) {
                rows.put(unit.key(), UnitRow.of(unit, structure));
            }
        }
        return State.of(rows);
    }

    private static Plan<UnitKey, UnitRow> between(
            State<UnitKey, UnitRow> observed, Checked checked) {
        return Plan.between(observed, State.of(checked.rows()), _ -> false);
    }

    private static List<Loss> losses(Plan<UnitKey, UnitRow> plan, int before) {
        int ending = 0;
        int moving = 0;
        for (Change<UnitKey, UnitRow> change : plan.changes()) {
            switch (change) {
                case Change.Delete<UnitKey, UnitRow> _ -> ending++;
                case Change.Update<UnitKey, UnitRow>(_, UnitRow was, UnitRow becomes) ->
                        moving += was.parent().equals(becomes.parent()) ? 0 : 1;
                case Change.Create<UnitKey, UnitRow> _ -> {}
            }
        }
        return List.of(
                new Loss(StructureLimits.ENDING, "", ending, before),
                new Loss(StructureLimits.MOVING, "", moving, before));
    }
}
