package org.freihafen.reshape;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.governance.NameRule;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.List;
import java.util.Optional;

/** Decides whether a unit may be moved, merged, dissolved or restored at all. */
final class ReshapeRule {
    private ReshapeRule() {}

    static Optional<Refusal> check(Reshape reshape, Structure structure) {
        Optional<Unit> found = structure.byId(reshape.unit());
        if (found.isEmpty()) {
            return refused(Rule.NOT_FOUND, reshape.unit().toString());
        }
        Unit unit = found.get();
        if (unit.origin() == Unit.Origin.FILE) {
            return refused(Rule.RULED_BY_FILE, unit.name());
        }
        if (reshape instanceof Reshape.Restore) {
            return restore(unit, structure);
        }
        if (unit.ended()) {
            return refused(Rule.UNIT_ENDED, unit.name());
        }
        return switch (reshape) {
            case Reshape.Move(_, UnitId under) -> move(unit, under, structure);
            case Reshape.Merge(_, UnitId into) -> merge(unit, into, structure);
            case Reshape.Dissolve _ -> dissolve(unit, structure);
            case Reshape.Restore _ -> Optional.empty();
        };
    }

    private static Optional<Refusal> move(Unit unit, UnitId under, Structure structure) {
        return living(under, structure)
                .map(above ->
                        structure.upward(under).contains(unit)
                                ? refused(
                                        Rule.KIND_NOT_ALLOWED_HERE,
                                        unit.kind().name(),
                                        above.kind().name())
                                : fits(unit, above))
                .orElseGet(() -> refused(Rule.NOT_FOUND, under.toString()));
    }

    private static Optional<Refusal> fits(Unit unit, Unit above) {
        return above.kind().mayContain().contains(unit.kind().name())
                ? Optional.empty()
                : refused(Rule.KIND_NOT_ALLOWED_HERE, unit.kind().name(), above.kind().name());
    }

    /** Only of one kind, so that nobody's way of coming in or default rights change unseen. */
    private static Optional<Refusal> merge(Unit unit, UnitId into, Structure structure) {
        Optional<Unit> heir = living(into, structure);
        if (heir.isEmpty()) {
            return refused(Rule.NOT_FOUND, into.toString());
        }
        if (structure.upward(into).contains(unit) || !heir.get().kind().equals(unit.kind())) {
            return refused(Rule.NOT_MERGEABLE, unit.name(), heir.get().name());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> dissolve(Unit unit, Structure structure) {
        List<Unit> below = structure.children(unit.id());
        return below.isEmpty()
                ? Optional.empty()
                : refused(Rule.UNITS_BELOW, unit.name(), below.getFirst().name());
    }

    private static Optional<Refusal> restore(Unit unit, Structure structure) {
        if (structure.ending(unit.id()).filter(Ending::restorable).isEmpty()) {
            return refused(Rule.NOT_RESTORABLE, unit.name());
        }
        Optional<Unit> above = unit.parent().flatMap(structure::heir).filter(u -> !u.ended());
        if (above.isEmpty()) {
            return refused(Rule.UNIT_ENDED, unit.name());
        }
        return fits(unit, above.get()).or(() -> NameRule.check(unit.name(), structure.living()));
    }

    private static Optional<Unit> living(UnitId id, Structure structure) {
        return structure.byId(id).filter(unit -> !unit.ended());
    }

    private static Optional<Refusal> refused(Rule rule, String... facts) {
        return Optional.of(Refusal.by(rule, facts));
    }
}
