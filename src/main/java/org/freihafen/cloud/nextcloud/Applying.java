package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfStrayShare;
import org.freihafen.cloud.CloudKey.OfStrayWorkspace;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.StrayShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Target.Outcomes;
import org.freihafen.reconcile.TargetUnavailable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Applies changes: those in one workspace one after the other, several workspaces at once. */
final class Applying {
    private static final Logger LOG = System.getLogger(Applying.class.getName());

    private final Function<Optional<UnitId>, Steps> keepers;
    private final Ledger ledger;
    private final Executor executor;

    /** What one service account does. */
    record Steps(
            WorkspaceSteps workspaces, FolderSteps folders, ShareSteps shares, RuleSteps rules) {}

    /** With the steps of the account that keeps a unit's workspace. */
    Applying(Function<Optional<UnitId>, Steps> keepers, Ledger ledger, Executor executor) {
        this.keepers = keepers;
        this.ledger = ledger;
        this.executor = executor;
    }

    void apply(
            List<Change<CloudKey, CloudObject>> changes, Outcomes<CloudKey, CloudObject> outcomes) {
        Outcomes<CloudKey, CloudObject> oneAtATime =
                (change, outcome) -> {
                    synchronized (this) {
                        outcomes.of(change, outcome);
                    }
                };
        Map<Optional<UnitId>, List<Change<CloudKey, CloudObject>>> chains = chains(changes);
        if (chains.size() == 1) {
            chains.forEach((unit, chain) -> follow(keepers.apply(unit), chain, oneAtATime));
            return;
        }
        CompletableFuture.allOf(
                        chains.entrySet().stream()
                                .map(chain -> {
                                    Steps steps = keepers.apply(chain.getKey());
                                    return CompletableFuture.runAsync(
                                            () -> follow(steps, chain.getValue(), oneAtATime),
                                            executor);
                                })
                                .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void follow(
            Steps steps,
            Iterable<Change<CloudKey, CloudObject>> chain,
            Outcomes<CloudKey, CloudObject> outcomes) {
        chain.forEach(change -> outcomes.of(change, outcome(steps, change)));
    }

    private static Outcome outcome(Steps steps, Change<CloudKey, CloudObject> change) {
        try {
            switch (change) {
                case Change.Create<CloudKey, CloudObject>(CloudKey key, CloudObject desired) ->
                        reach(steps, key, desired);
                case Change.Update<CloudKey, CloudObject>(
                                CloudKey key,
                                CloudObject _,
                                CloudObject desired) ->
                        reach(steps, key, desired);
                case Change.Delete<CloudKey, CloudObject>(CloudKey key, CloudObject _) -> {
                    if (key instanceof OfShare share) {
                        steps.shares.end(share);
                    } else if (key instanceof OfRules closed) {
                        steps.rules.end(closed);
                    } else if (key instanceof OfPersonalShare share) {
                        steps.shares.endPersonal(share);
                    } else if (key instanceof OfStrayShare(String id)) {
                        steps.shares.endStray(id);
                    } else {
                        return new Outcome.Refused(Saying.of("cloud.never-deleted"));
                    }
                }
            }
            return new Outcome.Applied();
        } catch (TargetUnavailable e) {
            return e.outcome();
        } catch (CloudSaidNo e) {
            return new Outcome.Refused(e.why());
        } catch (RuntimeException e) {
            // Of one change; what is behind it in the run is not to be lost with it.
            LOG.log(Level.WARNING, "A change broke: " + change.key(), e);
            return new Outcome.Unavailable(Saying.of("change.broke", e));
        }
    }

    private static void reach(Steps steps, CloudKey key, CloudObject desired)
            throws TargetUnavailable, CloudSaidNo {
        if (key instanceof OfWorkspace workspace && desired instanceof WorkspaceObject object) {
            steps.workspaces.reach(workspace, object);
        } else if (key instanceof OfFolder folder && desired instanceof FolderObject object) {
            steps.folders.reach(folder, object);
        } else if (key instanceof OfShare share && desired instanceof ShareObject object) {
            steps.shares.reach(share, object);
        } else if (key instanceof OfRules closed && desired instanceof RulesObject object) {
            steps.rules.reach(closed, object);
        } else {
            throw new IllegalArgumentException(key + " is not of the sort of " + desired);
        }
    }

    /** By workspace, in the plan's order, but upper folders before those in them. */
    private Map<Optional<UnitId>, List<Change<CloudKey, CloudObject>>> chains(
            List<Change<CloudKey, CloudObject>> changes) {
        Map<FolderId, UnitId> units = new HashMap<>();
        for (Known known : ledger.all()) {
            if (known.key() instanceof OfFolder(FolderId folder)) {
                units.put(folder, known.unit());
            }
        }
        for (Change<CloudKey, CloudObject> change : changes) {
            if (change.key() instanceof OfFolder(FolderId folder)
                    && desired(change).orElse(null)
                            instanceof FolderObject(UnitId unit, String _)) {
                units.put(folder, unit);
            }
        }
        Map<Optional<UnitId>, List<Change<CloudKey, CloudObject>>> chains = new LinkedHashMap<>();
        for (Change<CloudKey, CloudObject> change : changes) {
            Optional<UnitId> unit =
                    switch (change.key()) {
                        case OfWorkspace(UnitId of) -> Optional.of(of);
                        case OfFolder(FolderId folder) -> Optional.ofNullable(units.get(folder));
                        case OfRules(FolderId folder) -> Optional.ofNullable(units.get(folder));
                        case OfShare share ->
                                switch (share.of()) {
                                    case OfWorkspace(UnitId of) -> Optional.of(of);
                                    case OfFolder(FolderId folder) ->
                                            Optional.ofNullable(units.get(folder));
                                };
                        case OfStrayWorkspace _ -> Optional.<UnitId>empty();
                        case OfStrayShare _, OfPersonalShare _ -> stray(change);
                    };
            chains.computeIfAbsent(unit, _ -> new ArrayList<>()).add(change);
        }
        chains.values().forEach(chain -> chain.sort(Comparator.comparingInt(Applying::rank)));
        return chains;
    }

    private static Optional<UnitId> stray(Change<CloudKey, CloudObject> change) {
        CloudObject gone =
                change instanceof Change.Delete<CloudKey, CloudObject>(CloudKey _, var object)
                        ? object
                        : null;
        return switch (gone) {
            case StrayShareObject share -> Optional.of(share.workspace());
            case PersonalShareObject share -> Optional.of(share.workspace());
            case null, default -> Optional.empty();
        };
    }

    /** Stable: only folders change places, among themselves. */
    private static int rank(Change<CloudKey, CloudObject> change) {
        if (change instanceof Change.Delete<CloudKey, CloudObject>) {
            return Integer.MAX_VALUE;
        }
        return switch (change.key()) {
            case OfWorkspace _ -> 0;
            case OfFolder _ ->
                    desired(change).orElse(null) instanceof FolderObject(UnitId _, String path)
                            ? 1 + (int) path.chars().filter(c -> c == '/').count()
                            : 1;
            case OfRules _ -> Integer.MAX_VALUE - 2;
            case OfShare _, OfStrayWorkspace _, OfStrayShare _, OfPersonalShare _ ->
                    Integer.MAX_VALUE - 1;
        };
    }

    private static Optional<CloudObject> desired(Change<CloudKey, CloudObject> change) {
        return switch (change) {
            case Change.Create<CloudKey, CloudObject>(CloudKey _, CloudObject desired) ->
                    Optional.of(desired);
            case Change.Update<CloudKey, CloudObject>(
                            CloudKey _,
                            CloudObject _,
                            CloudObject desired) ->
                    Optional.of(desired);
            case Change.Delete<CloudKey, CloudObject> _ -> Optional.empty();
        };
    }
}
