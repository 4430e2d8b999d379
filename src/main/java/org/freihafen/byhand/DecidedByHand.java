package org.freihafen.byhand;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.drift.Found;
import org.freihafen.drift.NotingDrift;
import org.freihafen.granting.TakingOverShares;
import org.freihafen.granting.TakingOverShares.PersonalShare;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;
import org.freihafen.ids.UnitId;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FollowingFolders;

import java.util.List;
import java.util.Optional;

/** Hands on to the use cases what people did in a cloud by hand. */
@Dependent
public class DecidedByHand implements HandOver {
    private final FollowingFolders following;
    private final TakingOverShares takingOver;
    private final NotingDrift noting;

    @Inject
    public DecidedByHand(
            FollowingFolders following, TakingOverShares takingOver, NotingDrift noting) {
        this.following = following;
        this.takingOver = takingOver;
        this.noting = noting;
    }

    @Override
    public void found(List<Found> found, RunId run) {
        noting.note(found, run);
    }

    @Override
    public void done(String cloud, String object) {
        noting.done(cloud, object);
    }

    @Override
    public void follow(List<Folder> folders) {
        following.follow(folders);
    }

    @Override
    public Optional<Folder> takeOver(PersonalShare share) {
        return takingOver.takeOver(share);
    }

    @Override
    public void ended(UnitId unit, Optional<PersonId> by, String path, String why) {
        takingOver.ended(unit, by, path, why);
    }
}
