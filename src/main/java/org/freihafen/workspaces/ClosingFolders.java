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
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.util.Optional;

/** A unit closes a folder to all of its people but its leads or its board, and opens it again. */
@Dependent
@Transactional
public class ClosingFolders {
    private final Access access;
    private final Units units;
    private final Workspaces workspaces;
    private final CreatingFolders creating;
    private final Entrants entrants;
    private final Trail trail;
    private final Wake wake;

    @Inject
    public ClosingFolders(
            Access access,
            Units units,
            Workspaces workspaces,
            CreatingFolders creating,
            Entrants entrants,
            Trail trail,
            Wake wake) {
        this.access = access;
        this.units = units;
        this.workspaces = workspaces;
        this.creating = creating;
        this.entrants = entrants;
        this.trail = trail;
        this.wake = wake;
    }

    /** Makes a folder and closes it at once. */
    public Decision<Folder> create(Actor actor, UnitId in, String path, Closing to) {
        access.require(actor, Action.CREATE_FOLDER, in);
        Structure structure = units.structure();
        Optional<Unit> unit = structure.heir(in);
        Optional<Refusal> no = unit.flatMap(known -> refusal(known, to, structure));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        return switch (creating.create(actor, in, path)) {
            case Decision.Refused<Folder> refused -> refused;
            case Decision.Done<Folder>(Folder made) -> close(actor, made.id(), Optional.of(to));
        };
    }

    /**
     * Closes it, or opens it; it is no error if it is so already.
     *
     * @param to for whom it stays open; empty for all of the unit's people
     */
    public Decision<Folder> close(Actor actor, FolderId id, Optional<Closing> to) {
        Optional<Folder> found = workspaces.folder(id);
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Folder folder = found.get();
        access.require(actor, Action.CREATE_FOLDER, folder.unit());
        Structure structure = units.structure();
        Unit unit = structure.heir(folder.unit()).orElseThrow();
        if (unit.ended()) {
            return Decision.refused(Refusal.by(Rule.UNIT_ENDED, unit.name()));
        }
        Optional<Refusal> no = to.flatMap(whom -> refusal(unit, whom, structure));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Folder changed = folder.closedTo(to);
        if (!changed.equals(folder)) {
            workspaces.save(changed);
            trail.append(
                    AuditEntry.of(
                                    actor,
                                    to.isPresent() ? "folder.closed" : "folder.opened",
                                    unit.id(),
                                    id.value())
                            .because(to.map(Closing::name).orElse("")));
            wake.touched(Touched.workspace(unit.id()));
        }
        return Decision.done(changed);
    }

    private Optional<Refusal> refusal(Unit unit, Closing to, Structure structure) {
        String cloud =
                workspaces
                        .of(unit.id())
                        .map(Workspace::cloud)
                        .or(() -> unit.kind().cloud())
                        .orElse(Entrants.WORKING);
        return ClosingRule.check(unit, to, structure, entrants, cloud);
    }
}
