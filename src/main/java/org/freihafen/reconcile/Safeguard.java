package org.freihafen.reconcile;

import java.util.List;
import java.util.Map;

/**
 * Holds a plan that takes away suspiciously much. A sort of loss without a limit is never allowed.
 */
public record Safeguard(Map<String, Limit> limits) {
    public Safeguard {
        limits = Map.copyOf(limits);
    }

    public Verdict judge(List<Loss> losses) {
        List<Loss> beyond = losses.stream().filter(loss -> !allowed(loss)).toList();
        return beyond.isEmpty() ? new Verdict.Safe() : new Verdict.NeedsApproval(beyond);
    }

    private boolean allowed(Loss loss) {
        Limit limit = limits.get(loss.what());
        return limit != null && limit.allows(loss);
    }
}
