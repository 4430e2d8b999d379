package org.freihafen.granting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Period;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.ClosingRule;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody shared in person out of their unit's workspace becomes the unit's: a grant to the
 * same recipient, with the same permissions and end, decided by whoever shared it. The rules were
 * asked before.
 */
@Dependent
public class TakingOverShares {
    private static final Actor FREIHAFEN = new Actor.Host();
    private static final String REASON = "Nextcloud";

    private final Workspaces workspaces;
    private final Grants grants;
    private final Units units;
    private final Mailing mailing;
    private final Trail trail;
    private final Wake wake;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public TakingOverShares(
            Workspaces workspaces,
            Grants grants,
            Units units,
            Mailing mailing,
            Trail trail,
            Wake wake,
            Ids ids,
            Clock clock) {
        this.workspaces = workspaces;
        this.grants = grants;
        this.units = units;
        this.mailing = mailing;
        this.trail = trail;
        this.wake = wake;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A share that somebody made.
     *
     * @param folder empty for one that Freihafen does not know yet
     * @param path where it lies, below the workspace
     * @param until the first day on which it no longer holds
     */
    public record PersonalShare(
            UnitId unit,
            Optional<FolderId> folder,
            String path,
            Grantee to,
            Set<Permission> permissions,
            Optional<LocalDate> until,
            PersonId by) {
        /** Out of a folder that became known. */
        public PersonalShare of(FolderId known) {
            return new PersonalShare(unit, Optional.of(known), path, to, permissions, until, by);
        }
    }

    /**
     * Takes it over. What was taken over before is so only once.
     *
     * @return the folder on which the grant is; empty if there is none, because another folder has
     *     that path by now or a closed one would be seen, and the share has to stay
     */
    @Transactional
    public Optional<Folder> takeOver(PersonalShare share) {
        units.lock(share.unit());
        LocalDate today = LocalDate.now(clock);
        List<Folder> folders = workspaces.folders(share.unit());
        Optional<Folder> known =
                folders.stream()
                        .filter(folder ->
                                share.folder()
                                        .map(folder.id()::equals)
                                        .orElseGet(
                                                () -> folder.path().equalsIgnoreCase(share.path())))
                        .findFirst();
        if (known.filter(folder -> isGranted(folder, share, today)).isPresent()) {
            return known;
        }
        boolean same = known.isPresent() == share.folder().isPresent();
        if (!same || opensClosed(known, share, folders)) {
            return Optional.empty();
        }
        Folder folder = known.orElseGet(() -> new Folder(ids.folder(), share.unit(), share.path()));
        if (known.isEmpty()) {
            workspaces.add(folder);
        }
        Grant grant =
                new Grant(
                        ids.grant(),
                        FolderRef.of(folder),
                        share.to(),
                        share.permissions(),
                        new Period(today, share.until()),
                        REASON,
                        share.by());
        grants.add(grant);
        trail.append(
                AuditEntry.of(
                        Actor.of(share.by()),
                        "grant.taken-over",
                        share.unit(),
                        grant.id().value()));
        mailing.tell(share.by(), Template.SHARE_TAKEN_OVER, name(share.unit()), folder.path());
        wake.touched(Touched.workspace(share.unit()));
        return Optional.of(folder);
    }

    private boolean isGranted(Folder folder, PersonalShare share, LocalDate today) {
        return grants.by(share.unit(), today).stream()
                .anyMatch(grant ->
                        grant.folder().equals(FolderRef.of(folder))
                                && grant.to().equals(share.to()));
    }

    private boolean opensClosed(Optional<Folder> known, PersonalShare share, List<Folder> folders) {
        Structure structure = units.structure();
        String path = known.map(Folder::path).orElse(share.path());
        return structure
                .heir(share.unit())
                .filter(owner ->
                        ClosingRule.opened(path, share.to().toGroup(), owner, structure, folders)
                                .isEmpty())
                .isEmpty();
    }

    /**
     * Writes down that a share made in person was ended, and tells whoever made it.
     *
     * @param by empty for somebody who is none of ours
     */
    @Transactional
    public void ended(UnitId unit, Optional<PersonId> by, String path, String why) {
        trail.append(
                AuditEntry.of(FREIHAFEN, "share.ended-in-cloud", unit).because(path + ": " + why));
        by.ifPresent(person -> mailing.tell(person, Template.SHARE_ENDED, name(unit), path));
    }

    private String name(UnitId unit) {
        return units.byId(unit).map(Unit::name).orElse(unit.toString());
    }
}
