package org.freihafen.offering;

import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A unit offers a person access. For the unit it looks the same whomever the address fits, and
 * whether that person declined; it learns who it is from their accepting.
 *
 * @param address a login name or member number, as it was written
 * @param person whom it fits; empty for nobody
 * @param because the unit for whose sake, with which the grant ends; empty for the person's own
 * @param until the last day; empty for no end
 * @param open until when it waits
 */
public record Offer(
        UUID id,
        FolderRef folder,
        String address,
        Optional<PersonId> person,
        Optional<UnitId> because,
        Set<Permission> permissions,
        Optional<LocalDate> until,
        String reason,
        PersonId madeBy,
        Instant made,
        Instant open,
        Stage stage,
        Optional<GrantId> grant) {
    public Offer {
        permissions = permissions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(permissions));
    }

    /** Where it stands. */
    public enum Stage {
        WAITING,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    /** Whether the person can answer it. */
    public boolean waitsAt(Instant now) {
        return stage == Stage.WAITING && open.isAfter(now);
    }

    /** Whether the unit sees it wait; a declined one goes on looking like that. */
    public boolean listedAt(Instant now) {
        return (stage == Stage.WAITING || stage == Stage.DECLINED) && open.isAfter(now);
    }

    Offer now(Stage next, Optional<GrantId> with) {
        return new Offer(
                id,
                folder,
                address,
                person,
                because,
                permissions,
                until,
                reason,
                madeBy,
                made,
                open,
                next,
                with);
    }
}
