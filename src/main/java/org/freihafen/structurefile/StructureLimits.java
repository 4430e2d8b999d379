package org.freihafen.structurefile;

import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Safeguard;

import java.util.List;
import java.util.Map;

/** How many units a structure file may end or move before the plan is called dangerous. */
public record StructureLimits(Map<String, Limit> limits) {
    static final String ENDING = "units-ended";
    static final String MOVING = "units-moved";

    /** The sorts of loss that a limit is set for. */
    public static final List<String> LOSSES = List.of(ENDING, MOVING);

    public StructureLimits {
        limits = Map.copyOf(limits);
    }

    Safeguard safeguard() {
        return new Safeguard(limits);
    }
}
