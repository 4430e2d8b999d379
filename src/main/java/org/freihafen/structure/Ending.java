package org.freihafen.structure;

import org.freihafen.ids.UnitId;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a unit ended that was merged or dissolved.
 *
 * @param into the unit that it was merged into, which owns what was its own
 * @param open its groups stay for a while: after a merger with the people of then, because somebody
 *     who granted them something has yet to decide; after a dissolution empty, because the unit can
 *     still be restored
 */
public record Ending(UnitId unit, LocalDate on, Optional<UnitId> into, boolean open) {
    public static Ending merged(UnitId unit, LocalDate on, UnitId into, boolean open) {
        return new Ending(unit, on, Optional.of(into), open);
    }

    public static Ending dissolved(UnitId unit, LocalDate on) {
        return new Ending(unit, on, Optional.empty(), true);
    }

    public Ending close() {
        return new Ending(unit, on, into, false);
    }

    /** Whether its people of then still count. */
    public boolean keepsPeople() {
        return open && into.isPresent();
    }

    /** Whether it was dissolved and can live again. */
    public boolean restorable() {
        return open && into.isEmpty();
    }
}
