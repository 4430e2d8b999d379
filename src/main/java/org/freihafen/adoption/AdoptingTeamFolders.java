package org.freihafen.adoption;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.cloud.CloudReconciliations;
import org.freihafen.cloud.TeamFolderAdoption;
import org.freihafen.cloud.TeamFolderAdoption.Foreign;
import org.freihafen.cloud.TeamFolderMatches;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.runs.Noting;
import org.freihafen.runs.Reading;
import org.freihafen.runs.RunSettings;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.util.List;
import java.util.Optional;

/**
 * Administrators link Team folders that stood in a cloud before Freihafen came with the units whose
 * workspaces they are. The report writes nothing; each link is an explicit step.
 */
@Dependent
public class AdoptingTeamFolders {
    private final Access access;
    private final CloudReconciliations clouds;
    private final Units units;
    private final Workspaces workspaces;
    private final Reading reading;
    private final RunSettings settings;
    private final Noting noting;
    private final Wake wake;

    @Inject
    public AdoptingTeamFolders(
            Access access,
            CloudReconciliations clouds,
            Units units,
            Workspaces workspaces,
            Reading reading,
            RunSettings settings,
            Noting noting,
            Wake wake) {
        this.access = access;
        this.clouds = clouds;
        this.units = units;
        this.workspaces = workspaces;
        this.reading = reading;
        this.settings = settings;
        this.noting = noting;
        this.wake = wake;
    }

    /** A Team folder, by the cloud's id. */
    public record Folder(String id, String name) implements Findings.Found {
        private static Folder of(Foreign foreign) {
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

    /**
     * Links one, by the cloud's id, with a unit whose workspace lies or will lie there. One that
     * was linked so already is no error: a second attempt ends what a first began.
     */
    public Decision<Outcome> adopt(Actor actor, String cloud, UnitKey key, String folder) {
        access.require(actor, Action.RUN_TARGETS);
        if (settings.readOnly()) {
            return Decision.refused(Refusal.by(Rule.READ_ONLY, "freihafen.readonly"));
        }
        Optional<TeamFolderAdoption> adoption = clouds.adoption(cloud);
        Optional<Unit> unit = reading.read(() -> units.byKey(key)).filter(found -> !found.ended());
        if (adoption.isEmpty() || unit.isEmpty()) {
            return Decision.refused(
                    Refusal.by(Rule.NOT_FOUND, adoption.isEmpty() ? cloud : key.value()));
        }
        Optional<Workspace> workspace = reading.read(() -> workspaces.of(unit.get().id()));
        boolean here =
                workspace
                        .map(Workspace::cloud)
                        .or(() -> unit.get().kind().cloud())
                        .filter(cloud::equals)
                        .isPresent();
        if (!here) {
            return Decision.refused(Refusal.by(Rule.NO_WORKSPACE, unit.get().kind().name()));
        }
        Outcome outcome = adoption.get().link(unit.get(), folder);
        if (outcome instanceof Outcome.Applied) {
            reading.run(() -> adopted(actor, cloud, unit.get().id(), folder));
            wake.touched(Touched.workspace(unit.get().id()));
        }
        return Decision.done(outcome);
    }

    private void adopted(Actor actor, String cloud, UnitId unit, String folder) {
        if (workspaces.of(unit).isEmpty()) {
            workspaces.add(new Workspace(unit, cloud, false));
        }
        noting.note(AuditEntry.of(actor, "workspace.adopted", unit).because(cloud + " " + folder));
    }
}
