package org.freihafen.workspaces;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;

import java.util.List;
import java.util.Optional;

/**
 * Takes over what people did with their folders in the cloud: renamed, moved, deleted, restored.
 */
@Dependent
public class FollowingFolders {
    private static final Actor FREIHAFEN = new Actor.Host();

    private final Workspaces workspaces;
    private final Trail trail;

    @Inject
    public FollowingFolders(Workspaces workspaces, Trail trail) {
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
            Optional<Folder> before = workspaces.folder(folder.id());
            if (before.isPresent() && !before.get().equals(folder)) {
                workspaces.save(folder);
                trail.append(
                        AuditEntry.of(
                                        FREIHAFEN,
                                        what(before.get(), folder),
                                        folder.unit(),
                                        folder.id().value())
                                .because(before.get().path() + " → " + folder.path()));
            }
        }
    }

    private static String what(Folder before, Folder now) {
        if (now.deleted() == before.deleted()) {
            return "folder.moved-in-cloud";
        }
        return now.deleted() ? "folder.deleted-in-cloud" : "folder.restored-in-cloud";
    }
}
