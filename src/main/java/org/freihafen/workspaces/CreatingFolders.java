package org.freihafen.workspaces;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.util.Optional;

/** A unit makes a folder in its workspace; a workspace made on first use is made by this. */
@Dependent
@Transactional
public class CreatingFolders {
    private final Access access;
    private final Units units;
    private final Workspaces workspaces;
    private final Trail trail;
    private final Wake wake;
    private final Ids ids;

    @Inject
    public CreatingFolders(
            Access access, Units units, Workspaces workspaces, Trail trail, Wake wake, Ids ids) {
        this.access = access;
        this.units = units;
        this.workspaces = workspaces;
        this.trail = trail;
        this.wake = wake;
        this.ids = ids;
    }

    /**
     * Makes a folder for all of the unit's people. One that people deleted in the cloud is made
     * again by this, and the grants on it hold again.
     */
    public Decision<Folder> create(Actor actor, UnitId in, String wishedPath) {
        access.require(actor, Action.CREATE_FOLDER, in);
        Optional<Refusal> no = open(actor, in);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        String path = PathRule.normal(wishedPath);
        Optional<Refusal> badPath = PathRule.check(path);
        if (badPath.isPresent()) {
            return Decision.refused(badPath.get());
        }
        Optional<Folder> there =
                workspaces.folders(in).stream()
                        .filter(folder -> folder.path().equalsIgnoreCase(path))
                        .findAny();
        if (there.isPresent() && !there.get().deleted()) {
            return Decision.refused(Refusal.by(Rule.FOLDER_EXISTS, path));
        }
        Folder folder =
                there.map(deleted -> deleted.deleted(false))
                        .orElseGet(() -> new Folder(ids.folder(), in, path));
        if (there.isPresent()) {
            workspaces.save(folder);
        } else {
            workspaces.add(folder);
        }
        trail.append(AuditEntry.of(actor, "folder.created", in, folder.id().value()));
        wake.touched(Touched.workspace(in));
        return Decision.done(folder);
    }

    /** Makes the unit's workspace if it has none yet; it is no error if it has. */
    public Decision<UnitId> openWorkspace(Actor actor, UnitId unit) {
        access.require(actor, Action.CREATE_FOLDER, unit);
        return open(actor, unit)
                .<Decision<UnitId>>map(Decision::refused)
                .orElseGet(() -> Decision.done(unit));
    }

    private Optional<Refusal> open(Actor actor, UnitId id) {
        if (workspaces.of(id).isPresent()) {
            return Optional.empty();
        }
        Optional<Unit> unit = units.structure().heir(id);
        if (unit.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        if (unit.get().ended()) {
            return Optional.of(Refusal.by(Rule.UNIT_ENDED, unit.get().name()));
        }
        if (!unit.get().kind().hasWorkspace()) {
            return Optional.of(Refusal.by(Rule.NO_WORKSPACE, unit.get().kind().name()));
        }
        workspaces.add(new Workspace(id, unit.get().kind().cloud().orElseThrow(), false));
        trail.append(AuditEntry.of(actor, "workspace.opened", id));
        wake.touched(Touched.workspace(id));
        return Optional.empty();
    }
}
