package org.freihafen.structure;

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
