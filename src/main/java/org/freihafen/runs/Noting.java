package org.freihafen.runs;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;

/** Appends to the audit trail what is decided outside any other transaction. */
@Dependent
public class Noting {
    private final Trail trail;

    @Inject
    public Noting(Trail trail) {
        this.trail = trail;
    }

    @Transactional
    public void note(AuditEntry entry) {
        trail.append(entry);
    }
}
