package org.freihafen.cloud;

import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.CloudObject.StrayShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.State;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a plan takes away in a cloud: shares that end, overall and in each unit that loses any;
 * workspaces that groups are taken off, and for each that stays open, how many groups.
 */
final class CloudLosses {
    static final String SHARES = "shares";
    static final String WORKSPACES = "workspaces";

    /** Has no limit: what is taken off a Team folder that was just linked waits for a person. */
    static final String LINKED = "linked";

    private final Tally shares = new Tally();
    private final Tally groups = new Tally();
    private final Tally linked = new Tally();
    private final Map<UnitId, String> names = new HashMap<>();
    private int workspaces;
    private int losing;

    private CloudLosses() {}

    static List<Loss> of(Plan<CloudKey, CloudObject> plan, State<CloudKey, CloudObject> observed) {
        CloudLosses losses = new CloudLosses();
        Map<FolderId, UnitId> folders = new HashMap<>();
        observed.forEach((key, object) -> {
            if (key instanceof OfFolder(FolderId folder)
                    && object instanceof FolderObject(UnitId unit, String _)) {
                folders.put(folder, unit);
            } else if (key instanceof OfWorkspace(UnitId unit)
                    && object instanceof WorkspaceObject workspace) {
                losses.names.put(unit, workspace.name());
                int groups = workspace.groups().size() + workspace.strangers().size();
                losses.groups.before(unit, groups);
                losses.linked.before(unit, groups);
                losses.workspaces += groups == 0 ? 0 : 1;
            } else if (key instanceof OfShare share) {
                UnitId unit = unit(share, folders);
                if (unit != null) {
                    losses.shares.before(unit, 1);
                }
            } else if (object instanceof PersonalShareObject share) {
                losses.shares.before(share.workspace(), 1);
            } else if (object instanceof StrayShareObject stray) {
                losses.shares.before(stray.workspace(), 1);
            }
        });
        plan.changes().forEach(change -> losses.add(change, folders));
        List<Loss> all = new ArrayList<>();
        if (losses.shares.lost() > 0) {
            all.add(new Loss(SHARES, "", losses.shares.lost(), losses.shares.before()));
        }
        losses.shares.addTo(all, SHARES, losses.names);
        if (losses.losing > 0) {
            all.add(new Loss(WORKSPACES, "", losses.losing, losses.workspaces));
        }
        losses.groups.addTo(all, WORKSPACES, losses.names);
        losses.linked.addTo(all, LINKED, losses.names);
        return all;
    }

    private void add(Change<CloudKey, CloudObject> change, Map<FolderId, UnitId> folders) {
        switch (change) {
            case Change.Create<CloudKey, CloudObject> _ -> {}
            case Change.Update<CloudKey, CloudObject>(
                            CloudKey key,
                            CloudObject before,
                            CloudObject after) -> {
                if (key instanceof OfWorkspace(UnitId unit)
                        && before instanceof WorkspaceObject b
                        && after instanceof WorkspaceObject a) {
                    int off = takenOff(b.groups(), a.groups()) + b.strangers().size();
                    losing += off > 0 ? 1 : 0;
                    groups.lost(unit, a.groups().isEmpty() ? 0 : off);
                    linked.lost(unit, b.served() ? 0 : off);
                }
            }
            case Change.Delete<CloudKey, CloudObject>(CloudKey key, CloudObject gone) -> {
                if (gone instanceof PersonalShareObject share) {
                    shares.lost(share.workspace(), 1);
                } else if (gone instanceof StrayShareObject stray) {
                    shares.lost(stray.workspace(), 1);
                } else if (key instanceof OfShare share) {
                    UnitId unit = unit(share, folders);
                    if (unit != null) {
                        shares.lost(unit, 1);
                    }
                }
            }
        }
    }

    private static @Nullable UnitId unit(OfShare share, Map<FolderId, UnitId> folders) {
        return switch (share.of()) {
            case OfWorkspace(UnitId unit) -> unit;
            case OfFolder(FolderId folder) -> folders.get(folder);
        };
    }

    private static int takenOff(Map<GroupId, Integer> before, Map<GroupId, Integer> after) {
        Set<GroupId> off = new HashSet<>(before.keySet());
        off.removeAll(after.keySet());
        return off.size();
    }

    /** What there was and what is lost of one sort, by unit. */
    private static final class Tally {
        private final Map<UnitId, Integer> before = new HashMap<>();
        private final Map<UnitId, Integer> lost = new TreeMap<>();

        void before(UnitId unit, int count) {
            before.merge(unit, count, Integer::sum);
        }

        void lost(UnitId unit, int count) {
            if (count > 0) {
                lost.merge(unit, count, Integer::sum);
            }
        }

        void addTo(List<Loss> losses, String what, Map<UnitId, String> names) {
            lost.forEach((unit, count) ->
                    losses.add(
                            new Loss(
                                    what,
                                    names.getOrDefault(unit, unit.toString()),
                                    count,
                                    before.getOrDefault(unit, count))));
        }

        int lost() {
            return sum(lost);
        }

        int before() {
            return sum(before);
        }

        private static int sum(Map<UnitId, Integer> counts) {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
