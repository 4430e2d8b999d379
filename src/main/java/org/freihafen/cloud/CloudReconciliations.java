package org.freihafen.cloud;

import org.freihafen.policy.Inspection;
import org.freihafen.reach.Hiding;
import org.freihafen.reconcile.Reconciliation;

import java.util.List;
import java.util.Optional;

/** One reconciliation for every configured cloud. */
public interface CloudReconciliations extends Hiding {
    List<? extends Reconciliation<?, ?>> all();

    /** What the last look at a cloud's settings showed; empty before the first. */
    Optional<Inspection> inspection(String cloud);

    /** Team folders that stood in a cloud before us; empty if there is no such cloud. */
    Optional<TeamFolderAdoption> adoption(String cloud);

    /** Which units' workspaces these seem to be. */
    TeamFolderMatches.Report matches(String cloud, List<TeamFolderAdoption.Foreign> folders);
}
