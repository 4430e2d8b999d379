package org.freihafen.structurefile;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Plan;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Structure;
import org.freihafen.structure.StructureChanged;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.Units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries an approved plan for the structure out, in the transaction of its approval. */
@Dependent
public class ApplyingStructure {
    private final Units units;
    private final Kinds kinds;
    private final Trail trail;
    private final Ids ids;
    private final Iterable<StructureChanged> followers;

    @Inject
    public ApplyingStructure(
            Units units,
            Kinds kinds,
            Trail trail,
            Ids ids,
            @Any Instance<StructureChanged> followers) {
        this(units, kinds, trail, ids, (Iterable<StructureChanged>) followers);
    }

    public ApplyingStructure(
            Units units, Kinds kinds, Trail trail, Ids ids, Iterable<StructureChanged> followers) {
        this.units = units;
        this.kinds = kinds;
        this.trail = trail;
        this.ids = ids;
        this.followers = followers;
    }

    /**
     * Applies the plan.
     *
     * @param rows all that is desired, a parent before its children
     */
    void apply(
            Actor actor,
            Plan<UnitKey, UnitRow> plan,
            Map<UnitKey, UnitRow> rows,
            Structure structure) {
        Map<UnitKey, Unit> there = new HashMap<>();
        structure.living().forEach(unit -> there.put(unit.key(), unit));
        List<Unit> ended = end(actor, plan, there);
        List<Unit> added = new ArrayList<>();
        rows.forEach((key, row) -> {
            if (!there.containsKey(key)) {
                Unit unit = unit(ids.unit(), key, row, there);
                there.put(key, unit);
                added.add(unit);
                units.add(unit);
                record(actor, "unit.added", unit.id());
            }
        });
        update(actor, plan, there);
        for (StructureChanged follower : followers) {
            follower.ended(actor, ended);
            follower.added(actor, added);
        }
    }

    private List<Unit> end(Actor actor, Plan<UnitKey, UnitRow> plan, Map<UnitKey, Unit> there) {
        List<Unit> ended = new ArrayList<>();
        for (Change<UnitKey, UnitRow> change : plan.changes()) {
            if (change instanceof Change.Delete<UnitKey, UnitRow>(UnitKey key, _)) {
                Unit unit = living(key, there).end();
                units.save(unit);
                ended.add(unit);
                record(actor, "unit.ended", unit.id());
            }
        }
        return ended;
    }

    private void update(Actor actor, Plan<UnitKey, UnitRow> plan, Map<UnitKey, Unit> there) {
        for (Change<UnitKey, UnitRow> change : plan.changes()) {
            if (change
                    instanceof
                    Change.Update<UnitKey, UnitRow>(UnitKey key, UnitRow was, UnitRow becomes)) {
                Unit unit = unit(living(key, there).id(), key, becomes, there);
                units.save(unit);
                if (!was.name().equals(becomes.name())) {
                    record(actor, "unit.renamed", unit.id());
                }
                if (!was.parent().equals(becomes.parent())) {
                    record(actor, "unit.moved", unit.id());
                }
                if (!was.officialKey().equals(becomes.officialKey())) {
                    record(actor, "unit.rekeyed", unit.id());
                }
            }
        }
    }

    private Unit unit(UnitId id, UnitKey key, UnitRow row, Map<UnitKey, Unit> there) {
        Optional<UnitId> parent = row.parent().map(above -> living(above, there).id());
        return new Unit(
                id,
                key,
                kinds.named(row.kind()).orElseThrow(),
                row.name(),
                parent,
                row.officialKey(),
                Unit.Origin.FILE,
                false);
    }

    private static Unit living(UnitKey key, Map<UnitKey, Unit> there) {
        return Optional.ofNullable(there.get(key)).orElseThrow();
    }

    private void record(Actor actor, String what, UnitId unit) {
        trail.append(AuditEntry.of(actor, what, unit));
    }
}
