package org.freihafen.runs;

import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Safeguard;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How runs go.
 *
 * @param every how often a full run looks for drift
 * @param readOnly nothing is written to any target; runs only say what they would do
 * @param limits how much of each sort may be lost without asking
 */
public record RunSettings(Duration every, boolean readOnly, Map<String, Limit> limits) {
    /** The sorts of loss that a limit is set for. */
    public static final List<String> LOSSES =
            List.of("suspensions", "erasures", "groups", "members", "shares", "workspaces");

    public Safeguard safeguard() {
        return new Safeguard(limits);
    }
}
