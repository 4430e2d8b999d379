package org.freihafen.adoption;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.CloudReconciliations;
import org.freihafen.cloud.InMemoryCloudIds;
import org.freihafen.cloud.TeamFolderAdoption;
import org.freihafen.cloud.TeamFolderMatches;
import org.freihafen.governance.Harbour;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.policy.Inspection;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Reconciliation;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Unit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One cloud, {@code working}, in which a Team folder of AG Umwelt stood, and one of a choir. */
final class PaperClouds implements CloudReconciliations, TeamFolderAdoption {
    final Map<UnitId, String> linked = new HashMap<>();
    final InMemoryCloudIds ids = new InMemoryCloudIds();

    /** The groups of ours that stand on a Team folder besides. */
    final Map<String, SortedMap<GroupId, Integer>> standing = new HashMap<>();

    Outcome outcome = new Outcome.Applied();
    private final Harbour harbour;

    PaperClouds(Harbour harbour) {
        this.harbour = harbour;
    }

    @Override
    public List<? extends Reconciliation<?, ?>> all() {
        return List.of();
    }

    @Override
    public Optional<Inspection> inspection(String cloud) {
        return Optional.empty();
    }

    @Override
    public Set<PersonId> hiding(FolderId folder, GroupId group) {
        return Set.of();
    }

    @Override
    public Optional<TeamFolderAdoption> adoption(String cloud) {
        return cloud.equals("working") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public TeamFolderMatches.Report matches(String cloud, List<Foreign> folders) {
        return TeamFolderMatches.of(
                cloud,
                CloudInputs.read(
                        harbour.units,
                        harbour.workspaces,
                        harbour.grants,
                        harbour.ceilings(),
                        harbour.passwords,
                        harbour.drifts,
                        harbour.shownAnew,
                        Entrants.byKind(),
                        harbour.today),
                List.of(),
                folders);
    }

    @Override
    public List<Foreign> foreign() {
        return List.of(folder("7", "AG Umwelt"), folder("8", "Chor"));
    }

    private Foreign folder(String id, String name) {
        return new Foreign(
                id,
                new WorkspaceObject(
                        name,
                        standing.getOrDefault(id, new TreeMap<>()),
                        false,
                        new TreeMap<>(Map.of("IT", 31))));
    }

    @Override
    public Outcome link(Unit unit, String folder, Consumer<Runnable> together) {
        if (outcome instanceof Outcome.Applied) {
            together.accept(() -> {
                linked.put(unit.id(), folder);
                ids.putWithin(
                        "working",
                        Known.of(
                                new OfWorkspace(unit.id()),
                                unit.id(),
                                folder,
                                new WorkspaceObject(unit.name(), new TreeMap<>(), false)));
            });
        }
        return outcome;
    }
}
