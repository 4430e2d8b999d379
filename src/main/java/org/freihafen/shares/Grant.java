package org.freihafen.shares;

import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Period;
import org.freihafen.workspaces.FolderRef;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A right on a workspace or a folder that its unit gives. It belongs to the unit: whoever leads the
 * unit can change or end it, no matter who decided it.
 *
 * @param decidedBy who decided what it is now; who did before is kept by its history
 */
public record Grant(
        GrantId id,
        FolderRef folder,
        Grantee to,
        Set<Permission> permissions,
        Period period,
        String reason,
        PersonId decidedBy) {
    public Grant {
        permissions = permissions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(permissions));
    }

    public boolean holdsOn(LocalDate day) {
        return period.holdsOn(day);
    }

    /** The first day on which it no longer holds; empty for no end. */
    public Optional<LocalDate> until() {
        return period.until();
    }

    /**
     * Ended on that day.
     *
     * @param by whose word it is; empty for nobody's, as when a grant ends by a rule
     */
    public Grant ended(LocalDate day, Optional<PersonId> by) {
        return during(period.endingOn(day)).decidedBy(by.orElse(decidedBy));
    }

    public Grant decidedBy(PersonId somebody) {
        return new Grant(id, folder, to, permissions, period, reason, somebody);
    }

    public Grant because(String newReason) {
        return new Grant(id, folder, to, permissions, period, newReason, decidedBy);
    }

    public Grant to(Grantee other) {
        return new Grant(id, folder, other, permissions, period, reason, decidedBy);
    }

    public Grant during(Period newPeriod) {
        return new Grant(id, folder, to, permissions, newPeriod, reason, decidedBy);
    }

    public Grant allowing(Set<Permission> newPermissions) {
        return new Grant(id, folder, to, newPermissions, period, reason, decidedBy);
    }
}
