package org.freihafen.reconcile;

import java.util.UUID;

/**
 * Which installation last wrote to a target, and how far it had come. A target that holds a foreign
 * or a newer one was written by somebody else, or by us before a backup was restored.
 */
public record Epoch(UUID instance, long number) {
    public boolean mayFollow(Epoch inTarget) {
        return instance.equals(inTarget.instance) && number >= inTarget.number;
    }
}
