package org.freihafen.audit;

import java.time.Instant;

/** An entry as it stands in the trail: its place and its moment, UTC. */
public record AuditLine(long number, Instant at, AuditEntry entry) {}
