package org.freihafen.reshape;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.ids.Ids;
import org.freihafen.ids.UnitId;
import org.freihafen.reach.Difference;
import org.freihafen.reach.Foreseeing;
import org.freihafen.reach.Situation;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Plan;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structurefile.UnitRow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells who gains and who loses access when a structure file is approved. */
@Dependent
@Transactional
public class ForeseeingFile {
    private final Access access;
    private final Foreseeing foreseeing;
    private final Kinds kinds;
    private final Ids ids;

    @Inject
    public ForeseeingFile(Access access, Foreseeing foreseeing, Kinds kinds, Ids ids) {
        this.access = access;
        this.foreseeing = foreseeing;
        this.kinds = kinds;
        this.ids = ids;
    }

    public Difference foresee(Actor actor, Plan<UnitKey, UnitRow> plan) {
        access.require(actor, Action.RULE_STRUCTURE);
        Situation now = foreseeing.now();
        return foreseeing.between(
                now,
                new Situation(
                        afterwards(now.structure(), plan),
                        now.workspaces(),
                        now.folders(),
                        now.grants(),
                        now.entrants(),
                        now.day()));
    }

    /**
     * Units that are new get an id that is given to nobody, so that others can stand under them.
     */
    private Structure afterwards(Structure now, Plan<UnitKey, UnitRow> plan) {
        Map<UnitKey, Unit> units = new LinkedHashMap<>();
        now.all().forEach(unit -> units.put(unit.key(), unit));
        for (Change<UnitKey, UnitRow> change : plan.changes()) {
            if (change instanceof Change.Create<UnitKey, UnitRow>(UnitKey key, UnitRow row)) {
                units.put(key, unit(ids.unit(), key, row, Optional.empty()));
            }
        }
        for (Change<UnitKey, UnitRow> change : plan.changes()) {
            UnitKey key = change.key();
            switch (change) {
                case Change.Create<UnitKey, UnitRow>(_, UnitRow row) -> place(key, row, units);
                case Change.Update<UnitKey, UnitRow>(_, _, UnitRow row) -> place(key, row, units);
                case Change.Delete<UnitKey, UnitRow> _ ->
                        units.computeIfPresent(key, (_, unit) -> unit.end());
            }
        }
        return new Structure(units.values(), now.endings());
    }

    private void place(UnitKey key, UnitRow row, Map<UnitKey, Unit> units) {
        Optional<UnitId> parent =
                row.parent().flatMap(above -> Optional.ofNullable(units.get(above))).map(Unit::id);
        units.computeIfPresent(key, (_, unit) -> unit(unit.id(), key, row, parent));
    }

    private Unit unit(UnitId id, UnitKey key, UnitRow row, Optional<UnitId> parent) {
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
}
