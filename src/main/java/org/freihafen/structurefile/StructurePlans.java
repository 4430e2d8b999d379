package org.freihafen.structurefile;

import org.freihafen.ids.PlanId;

import java.util.Optional;

/** Plans for the structure that wait for approval. */
public interface StructurePlans {
    void add(StructurePlan plan);

    Optional<StructurePlan> byId(PlanId id);

    /** Removes it; removing what is not there is no error. */
    void remove(PlanId id);
}
