package org.freihafen.runs;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.cloud.CloudReconciliations;
import org.freihafen.policy.Inspection;

import java.util.Optional;

/** Those who watch the machines see how a cloud is set up and what it must not be. */
@Dependent
public class Inspecting {
    private final Access access;
    private final CloudReconciliations clouds;

    @Inject
    Inspecting(Access access, CloudReconciliations clouds) {
        this.access = access;
        this.clouds = clouds;
    }

    /** What the last full run saw; empty before the first, and of what is no cloud. */
    public Optional<Inspection> inspection(Actor actor, String target) {
        access.require(actor, Action.SEE_TARGETS);
        return clouds.inspection(target);
    }
}
