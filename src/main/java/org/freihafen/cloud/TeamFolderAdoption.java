package org.freihafen.cloud;

import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.structure.Unit;

import java.util.List;
import java.util.function.Consumer;

/** Takes over Team folders that stood in a cloud before Freihafen came. */
public interface TeamFolderAdoption {
    /**
     * A Team folder that is in no record of ours.
     *
     * @param seen how it looks as a workspace
     */
    record Foreign(String id, WorkspaceObject seen) {
        public String name() {
            return seen.name();
        }
    }

    /**
     * All of them. Writes nothing.
     *
     * @throws TargetUnavailable if not all could be read
     */
    List<Foreign> foreign() throws TargetUnavailable;

    /**
     * Notes that one is a unit's workspace. It stays as it is, with all that lies in it; the next
     * run gives it the unit's name and groups, and is held if that takes access from anybody. What
     * is noted so already is no error.
     *
     * @param together runs what notes it in a transaction, with all else that belongs to it
     */
    Outcome link(Unit unit, String folder, Consumer<Runnable> together);
}
