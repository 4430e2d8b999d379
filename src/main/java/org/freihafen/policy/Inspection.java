package org.freihafen.policy;

import java.time.Instant;
import java.util.List;

/**
 * What one look at a cloud showed.
 *
 * @param version the cloud's own, as it says it; empty if it could not be asked
 * @param unknown parts of its capabilities that an internal-only cloud should not have
 */
public record Inspection(
        Instant at, boolean internal, String version, List<Check> checks, List<String> unknown) {
    public Inspection {
        checks = List.copyOf(checks);
        unknown = List.copyOf(unknown);
    }

    /** What shows that it is not as it must be. */
    public List<Check> alarms() {
        return in(Check.State.BROKEN);
    }

    public List<Check> in(Check.State state) {
        return checks.stream().filter(check -> check.state() == state).toList();
    }
}
