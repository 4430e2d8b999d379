package org.freihafen.byhand;

import org.freihafen.drift.Found;
import org.freihafen.granting.TakingOverShares.PersonalShare;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;
import org.freihafen.ids.UnitId;
import org.freihafen.workspaces.Folder;

import java.util.List;
import java.util.Optional;

/** Where it goes on with what people did in clouds by hand. */
public interface HandOver {
    /** All that a run found, before anything is done about it. */
    void found(List<Found> found, RunId run);

    /** An object of a cloud is as it is to be, or no longer there. */
    void done(String cloud, String object);

    /** They renamed, moved, deleted or restored folders. */
    void follow(List<Folder> folders);

    /**
     * They shared something in person that becomes their unit's grant.
     *
     * @return the folder that it is given on; empty if it was not, and the share has to stay
     */
    Optional<Folder> takeOver(PersonalShare share);

    /**
     * They shared something in person that must not be, and that is ended.
     *
     * @param by empty for somebody who is none of ours
     */
    void ended(UnitId unit, Optional<PersonId> by, String path, String why);
}
