package org.freihafen.workspaces;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.structure.Units;

import java.util.List;

/**
 * Takes over what people did with their folders in the cloud: renamed, moved, deleted, restored.
 */
@Dependent
public class FollowingFolders {
    private static final Actor FREIHAFEN = new Actor.Host();

    private final Units units;
    private final Workspaces workspaces;
    private final Trail trail;

    @Inject
    public FollowingFolders(Units units, Workspaces workspaces, Trail trail) {
        this.units = units;
        this.workspaces = workspaces;
        this.trail = trail;
    }

    /**
     * Saves them as they are now, in this order; one that is so already is left.
     *
     * @param now no path is another folder's at the time when its turn comes
     */
    @Transactional
    public void follow(List<Folder> now) {
        for (Folder folder : now) {
            units.lock(folder.unit());
            workspaces.folder(folder.id()).ifPresent(before -> follow(before, folder));
        }
    }

    /** Whom it is closed to was decided here, perhaps since the cloud was looked at. */
    private void follow(Folder before, Folder seen) {
        Folder after = before.at(seen.path()).deleted(seen.deleted());
        if (!after.equals(before)) {
            workspaces.save(after);
            trail.append(
                    AuditEntry.of(FREIHAFEN, what(before, after), after.unit(), after.id().value())
                            .because(before.path() + " → " + after.path()));
        }
    }

    private static String what(Folder before, Folder now) {
        if (now.deleted() == before.deleted()) {
            return "folder.moved-in-cloud";
        }
        return now.deleted() ? "folder.deleted-in-cloud" : "folder.restored-in-cloud";
    }
}
