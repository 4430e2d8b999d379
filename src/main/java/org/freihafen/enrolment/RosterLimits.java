package org.freihafen.enrolment;

import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Safeguard;

import java.util.List;
import java.util.Map;

/** How much a roster may take away before its plan is called dangerous. */
public record RosterLimits(Map<String, Limit> limits) {
    static final String LEAVING = "leaving";
    static final String LEAVING_BRANCH = "leaving-branch";
    static final String LEAVING_DISTRICT = "leaving-district";
    static final String MOVING = "moving";
    static final String RETURNING = "returning";
    static final String RENAMING = "renaming";
    static final String UNREACHABLE = "unreachable";
    static final String SET_ASIDE = "set-aside";

    /** Sorts of loss that are counted over everybody. */
    static final List<String> OVERALL = List.of(LEAVING, MOVING, RETURNING, RENAMING, UNREACHABLE);

    /** The sorts of loss that a limit is set for. */
    public static final List<String> LOSSES =
            List.of(
                    LEAVING,
                    LEAVING_BRANCH,
                    LEAVING_DISTRICT,
                    MOVING,
                    RETURNING,
                    RENAMING,
                    UNREACHABLE,
                    SET_ASIDE);

    public RosterLimits {
        limits = Map.copyOf(limits);
    }

    public Safeguard safeguard() {
        return new Safeguard(limits);
    }
}
