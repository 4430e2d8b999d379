package org.freihafen.asking;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Permission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A unit asks another for access. It waits until that decides, the asker takes it back, or its time
 * is up.
 *
 * @param by who asks, and with {@code part} whose access it would be
 * @param of who is asked
 * @param folder what is wanted, in the asker's own words; empty for the whole workspace. The asker
 *     need not know which folders there are
 * @param until the last day for which access is wanted; empty for no end
 * @param open until when it waits
 */
public record AccessRequest(
        UUID id,
        UnitId by,
        Part part,
        UnitId of,
        PersonId askedBy,
        String folder,
        Set<Permission> permissions,
        Optional<LocalDate> until,
        String reason,
        Instant made,
        Instant open,
        Optional<Outcome> outcome) {
    public AccessRequest {
        permissions = permissions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(permissions));
    }

    /** Where it stands. */
    public enum Stage {
        WAITING,
        GRANTED,
        REFUSED,
        WITHDRAWN,
        /** Nobody answered in time, or one of the two is no more. */
        LAPSED
    }

    /**
     * What came of it.
     *
     * @param by who said so; empty if nobody did
     * @param grant the grant that was the answer
     * @param reason why it was refused, or what was said with the grant
     */
    public record Outcome(
            Stage stage,
            Optional<PersonId> by,
            Instant at,
            Optional<GrantId> grant,
            String reason) {}

    public Stage stage() {
        return outcome.map(Outcome::stage).orElse(Stage.WAITING);
    }

    public boolean waits() {
        return outcome.isEmpty();
    }

    /** Who would get access. */
    public GroupId to() {
        return new GroupId(by, part);
    }

    AccessRequest ended(Outcome with) {
        return new AccessRequest(
                id,
                by,
                part,
                of,
                askedBy,
                folder,
                permissions,
                until,
                reason,
                made,
                open,
                Optional.of(with));
    }
}
