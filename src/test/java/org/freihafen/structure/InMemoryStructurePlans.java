package org.freihafen.structure;

import org.freihafen.ids.PlanId;
import org.freihafen.structurefile.StructurePlan;
import org.freihafen.structurefile.StructurePlans;
import org.freihafen.structurefile.StructurePlansContract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Plans for tests; keeps the promises of {@link StructurePlansContract}. */
public final class InMemoryStructurePlans implements StructurePlans {
    private final Map<PlanId, StructurePlan> plans = new HashMap<>();

    @Override
    public void add(StructurePlan plan) {
        if (plans.putIfAbsent(plan.id(), plan) != null) {
            throw new IllegalStateException("there is a plan " + plan.id());
        }
    }

    @Override
    public Optional<StructurePlan> byId(PlanId id) {
        return Optional.ofNullable(plans.get(id));
    }

    @Override
    public void remove(PlanId id) {
        plans.remove(id);
    }
}
