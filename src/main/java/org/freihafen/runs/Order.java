package org.freihafen.runs;

import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Touched;

import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param touched empty for a full run
 * @param approvedHash the hash of the plan that a person approved; only that is carried out
 */
record Order(RunId id, Optional<Touched> touched, boolean dryRun, Optional<String> approvedHash) {
    static Order full(RunId id) {
        return new Order(id, Optional.empty(), false, Optional.empty());
    }

    static Order scoped(RunId id, Touched touched) {
        return new Order(id, Optional.of(touched), false, Optional.empty());
    }
}
