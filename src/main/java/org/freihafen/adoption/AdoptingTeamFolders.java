package org.freihafen.adoption;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.cloud.CloudReconciliations;
import org.freihafen.cloud.TeamFolderAdoption;
import org.freihafen.cloud.TeamFolderAdoption.Foreign;
import org.freihafen.cloud.TeamFolderMatches;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.Reading;
import org.freihafen.structure.UnitKey;

import java.util.List;
import java.util.Optional;

/** Administrators are told which Team folders stood in a cloud before Freihafen came, and whose. */
@Dependent
public class AdoptingTeamFolders {
    private final Access access;
    private final CloudReconciliations clouds;
    private final Reading reading;

    @Inject
    public AdoptingTeamFolders(Access access, CloudReconciliations clouds, Reading reading) {
        this.access = access;
        this.clouds = clouds;
        this.reading = reading;
    }

    /** A Team folder, by the cloud's id. */
    public record Folder(String id, String name) implements Findings.Found {
        static Folder of(Foreign foreign) {
            return new Folder(foreign.id(), foreign.name());
        }

        @Override
        public String place() {
            return id;
        }
    }

    /**
     * A Team folder that seems to be a unit's workspace.
     *
     * @param opening the groups that the run after would put on it
     * @param closing the groups that it would take off
     */
    public record Match(UnitKey unit, Folder folder, List<String> opening, List<String> closing)
            implements Findings.Found {
        @Override
        public String place() {
            return folder.id();
        }
    }

    /**
     * Which Team folders of a cloud are like workspaces of ours, and which need a decision first.
     *
     * @throws TargetUnavailable if not all of them could be read
     */
    public Decision<Findings<Match, Folder>> report(Actor actor, String cloud)
            throws TargetUnavailable {
        access.require(actor, Action.RUN_TARGETS);
        Optional<TeamFolderAdoption> adoption = clouds.adoption(cloud);
        if (adoption.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, cloud));
        }
        List<Foreign> foreign = adoption.get().foreign();
        TeamFolderMatches.Report report = reading.read(() -> clouds.matches(cloud, foreign));
        return Decision.done(
                new Findings<>(
                        report.matches().stream()
                                .map(match ->
                                        new Match(
                                                match.unit().key(),
                                                Folder.of(match.folder()),
                                                match.opening(),
                                                match.closing()))
                                .toList(),
                        report.conflicts().stream()
                                .map(conflict ->
                                        new Findings.Conflict<>(
                                                Folder.of(conflict.folder()), conflict.reason()))
                                .toList(),
                        report.unmatched().stream().map(Folder::of).toList()));
    }
}
