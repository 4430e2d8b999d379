package org.freihafen.structurefile;

import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;

import java.util.Optional;

/** What a structure file says of one unit. */
public record UnitRow(
        String name, String kind, Optional<UnitKey> parent, Optional<String> officialKey) {
    /** What the file that led to this unit said of it. */
    static UnitRow of(Unit unit, Structure structure) {
        return new UnitRow(
                unit.name(),
                unit.kind().name(),
                unit.parent().flatMap(structure::byId).map(Unit::key),
                unit.officialKey());
    }
}
