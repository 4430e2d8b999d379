package org.freihafen.runs;

import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Safeguard;

import java.time.Duration;
import java.util.Map;

/**
 * How runs go.
 *
 * @param every how often a full run looks for drift
 * @param readOnly nothing is written to any target; runs only say what they would do
 * @param limits how much of each sort may be lost without asking
 */
public record RunSettings(Duration every, boolean readOnly, Map<String, Limit> limits) {
    public static final Map<String, Limit> USUAL_LIMITS =
            Map.of(
                    "suspensions", new Limit(10, 2),
                    "groups", new Limit(2, 1),
                    "members", new Limit(10, 10),
                    "shares", new Limit(10, 5),
                    "workspaces", new Limit(2, 1));

    public Safeguard safeguard() {
        return new Safeguard(limits);
    }
}
