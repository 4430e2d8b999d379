package org.freihafen.audit;

import org.freihafen.access.Actor;
import org.freihafen.ids.UnitId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One decision: who did what, to what, concerning which unit, and why. Subjects are ids; the reason
 * is free text and is kept apart, where it can be erased without breaking the chain.
 */
public record AuditEntry(
        Actor actor,
        String what,
        Optional<UnitId> unit,
        List<UUID> subjects,
        Optional<String> why) {
    public static AuditEntry of(Actor actor, String what, UnitId unit, UUID... subjects) {
        return new AuditEntry(actor, what, Optional.of(unit), List.of(subjects), Optional.empty());
    }

    public static AuditEntry of(Actor actor, String what, UUID... subjects) {
        return new AuditEntry(actor, what, Optional.empty(), List.of(subjects), Optional.empty());
    }

    public AuditEntry because(String reason) {
        return new AuditEntry(
                actor,
                what,
                unit,
                subjects,
                reason.isBlank() ? Optional.empty() : Optional.of(reason));
    }
}
