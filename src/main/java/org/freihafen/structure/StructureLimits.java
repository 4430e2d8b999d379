package org.freihafen.structure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Safeguard;

import java.util.Map;

/** How many units a structure file may end or move before the plan is called dangerous. */
@Dependent
public class StructureLimits {
    static final String ENDING = "structure.ending";
    static final String MOVING = "structure.moving";

    private final Safeguard safeguard;

    @Inject
    public StructureLimits(
            @ConfigProperty(name = "structure.ending.most") int endingMost,
            @ConfigProperty(name = "structure.ending.percent") int endingPercent,
            @ConfigProperty(name = "structure.moving.most") int movingMost,
            @ConfigProperty(name = "structure.moving.percent") int movingPercent) {
        safeguard =
                new Safeguard(
                        Map.of(
                                ENDING,
                                new Limit(endingMost, endingPercent),
                                MOVING,
                                new Limit(movingMost, movingPercent)));
    }

    public Safeguard safeguard() {
        return safeguard;
    }
}
