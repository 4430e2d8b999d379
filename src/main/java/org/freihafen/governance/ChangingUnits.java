package org.freihafen.governance;

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
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.util.List;
import java.util.Optional;

/** A founded unit takes another name. Its id, key, groups and grants stay. */
@Dependent
@Transactional
public class ChangingUnits {
    private final Access access;
    private final Units units;
    private final Trail trail;
    private final Wake wake;

    @Inject
    public ChangingUnits(Access access, Units units, Trail trail, Wake wake) {
        this.access = access;
        this.units = units;
        this.trail = trail;
        this.wake = wake;
    }

    public Decision<Unit> rename(Actor actor, UnitId id, String wishedName) {
        access.require(actor, Action.CHANGE_UNIT, id);
        units.lockTree();
        units.lock(id);
        Structure structure = units.structure();
        Optional<Unit> unit = structure.byId(id);
        Optional<Refusal> no = checkFounded(unit, id);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        String name = NameRule.normal(wishedName);
        List<Unit> others =
                structure.living().stream().filter(other -> !other.id().equals(id)).toList();
        Optional<Refusal> badName = NameRule.check(name, others);
        if (badName.isPresent()) {
            return Decision.refused(badName.get());
        }
        return Decision.done(store(actor, "unit.renamed", unit.get().named(name)));
    }

    private static Optional<Refusal> checkFounded(Optional<Unit> unit, UnitId id) {
        if (unit.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        if (unit.get().ended()) {
            return Optional.of(Refusal.by(Rule.UNIT_ENDED, unit.get().name()));
        }
        return unit.get().origin() == Unit.Origin.FILE
                ? Optional.of(Refusal.by(Rule.RULED_BY_FILE, unit.get().name()))
                : Optional.empty();
    }

    private Unit store(Actor actor, String what, Unit changed) {
        units.save(changed);
        trail.append(AuditEntry.of(actor, what, changed.id()));
        wake.touched(Touched.unit(changed.id()));
        return changed;
    }
}
