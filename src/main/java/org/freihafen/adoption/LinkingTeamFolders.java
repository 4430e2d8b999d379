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
import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudReconciliations;
import org.freihafen.cloud.TeamFolderAdoption;
import org.freihafen.cloud.TeamFolderAdoption.Foreign;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.runs.Noting;
import org.freihafen.runs.Reading;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.util.List;
import java.util.Optional;

/**
 * Administrators link a Team folder that stood in a cloud before Freihafen came with the unit whose
 * workspace it is, whatever it is called: shown first with who gains and who loses access.
 */
@Dependent
public class LinkingTeamFolders {
    private final Access access;
    private final CloudReconciliations clouds;
    private final CloudIds ids;
    private final Units units;
    private final Workspaces workspaces;
    private final LinkForesight foresight;
    private final Reading reading;
    private final Noting noting;
    private final Wake wake;

    @Inject
    public LinkingTeamFolders(
            Access access,
            CloudReconciliations clouds,
            CloudIds ids,
            Units units,
            Workspaces workspaces,
            LinkForesight foresight,
            Reading reading,
            Noting noting,
            Wake wake) {
        this.access = access;
        this.clouds = clouds;
        this.ids = ids;
        this.units = units;
        this.workspaces = workspaces;
        this.foresight = foresight;
        this.reading = reading;
        this.noting = noting;
        this.wake = wake;
    }

    /**
     * Changes nothing: what linking it, by the cloud's id, would bring.
     *
     * @throws TargetUnavailable if not all Team folders could be read
     */
    public Decision<LinkConsequences> show(Actor actor, String cloud, UnitKey key, String folder)
            throws TargetUnavailable {
        access.require(actor, Action.RUN_TARGETS);
        Optional<TeamFolderAdoption> adoption = clouds.adoption(cloud);
        if (adoption.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, cloud));
        }
        Decision<Unit> unit = reading.read(() -> unit(cloud, key, folder));
        return switch (unit) {
            case Decision.Refused<Unit>(Refusal why) -> Decision.refused(why);
            case Decision.Done<Unit>(Unit found) ->
                    shown(cloud, found, folder, adoption.get().foreign());
        };
    }

    private Decision<LinkConsequences> shown(
            String cloud, Unit unit, String folder, List<Foreign> all) {
        return all.stream()
                .filter(foreign -> foreign.id().equals(folder))
                .findFirst()
                .map(foreign ->
                        Decision.done(reading.read(() -> foresight.of(cloud, unit, foreign))))
                .orElseGet(() -> Decision.refused(Refusal.by(Rule.NO_TEAM_FOLDER, folder)));
    }

    private Decision<Unit> unit(String cloud, UnitKey key, String folder) {
        Optional<Unit> unit = units.byKey(key).filter(found -> !found.ended());
        if (unit.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, key.value()));
        }
        boolean here =
                workspaces
                        .of(unit.get().id())
                        .map(Workspace::cloud)
                        .or(() -> unit.get().kind().cloud())
                        .filter(cloud::equals)
                        .isPresent();
        if (!here) {
            return Decision.refused(Refusal.by(Rule.NO_WORKSPACE, unit.get().kind().name()));
        }
        boolean other =
                known(cloud, unit.get())
                        .filter(row -> !row.id().equals(Optional.of(folder)))
                        .isPresent();
        return other
                ? Decision.refused(Refusal.by(Rule.HAS_TEAM_FOLDER, unit.get().outwardName()))
                : Decision.done(unit.get());
    }

    private Optional<Known> known(String cloud, Unit unit) {
        return ids.of(cloud, List.of(new OfWorkspace(unit.id()))).stream().findFirst();
    }

    /**
     * Does what was shown with this hash, or nothing; in read-only mode too, as it writes nothing
     * in the cloud. What is linked so already is no error.
     *
     * @throws TargetUnavailable if not all Team folders could be read
     */
    public Decision<Outcome> link(
            Actor actor, String cloud, UnitKey key, String folder, String hash)
            throws TargetUnavailable {
        access.require(actor, Action.RUN_TARGETS);
        Optional<TeamFolderAdoption> adoption = clouds.adoption(cloud);
        if (adoption.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, cloud));
        }
        Decision<Unit> unit = reading.read(() -> unit(cloud, key, folder));
        if (!(unit instanceof Decision.Done<Unit>(Unit to))) {
            return Decision.refused(unit.refusal().orElseThrow());
        }
        if (reading.read(() -> known(cloud, to)).isEmpty()) {
            Decision<LinkConsequences> shown = shown(cloud, to, folder, adoption.get().foreign());
            if (!(shown instanceof Decision.Done<LinkConsequences>(LinkConsequences all))) {
                return Decision.refused(shown.refusal().orElseThrow());
            }
            if (!all.hash().equals(hash)) {
                return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
            }
        }
        Outcome outcome =
                adoption.get()
                        .link(
                                to,
                                folder,
                                row ->
                                        reading.run(() -> {
                                            row.run();
                                            linked(actor, cloud, to.id(), folder);
                                        }));
        if (outcome instanceof Outcome.Applied) {
            wake.touched(Touched.workspace(to.id()));
        }
        return Decision.done(outcome);
    }

    private void linked(Actor actor, String cloud, UnitId unit, String folder) {
        if (workspaces.of(unit).isEmpty()) {
            workspaces.add(new Workspace(unit, cloud, false));
        }
        noting.note(AuditEntry.of(actor, "workspace.adopted", unit).because(cloud + " " + folder));
    }
}
