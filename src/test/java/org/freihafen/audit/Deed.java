package org.freihafen.audit;

import java.util.function.Supplier;

/**
 * One thing that a use case does.
 *
 * @param useCase its class and method
 * @param done does it, in a world of its own
 */
public record Deed(String useCase, Supplier<Told> done) {
    /** The trail afterwards, and the line that must stand in it exactly once. */
    public record Told(InMemoryTrail trail, AuditEntry line) {}

    @Override
    public String toString() {
        return useCase;
    }
}
