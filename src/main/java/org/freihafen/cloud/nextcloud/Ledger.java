package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds;
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
import org.freihafen.cloud.CloudObject.StrayShareObject;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Change;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of one cloud during one run: read once, written through. */
final class Ledger {
    private static final int FEW = 200;

    private final CloudIds ids;
    private final String cloud;
    private final Map<CloudKey, Known> known = new ConcurrentHashMap<>();
    private final Map<GroupId, String> gids;
    private final Map<String, GroupId> byGid = new ConcurrentHashMap<>();

    private Ledger(CloudIds ids, String cloud, Collection<Known> rows) {
        this.ids = ids;
        this.cloud = cloud;
        this.gids = new ConcurrentHashMap<>(ids.groups(cloud));
        gids.forEach((group, gid) -> byGid.put(gid, group));
        rows.forEach(row -> known.put(row.key(), row));
    }

    static Ledger whole(CloudIds ids, String cloud) {
        return new Ledger(ids, cloud, ids.all(cloud));
    }

    /** All that is known of the units which the changes concern. */
    static Ledger around(CloudIds ids, String cloud, List<Change<CloudKey, CloudObject>> changes) {
        if (changes.size() > FEW) {
            return whole(ids, cloud);
        }
        Set<UnitId> units = new HashSet<>();
        Set<CloudKey> inside = new HashSet<>();
        for (Change<CloudKey, CloudObject> change : changes) {
            switch (change.key()) {
                case OfWorkspace(UnitId unit) -> units.add(unit);
                case OfFolder folder -> inside.add(folder);
                case OfRules rules -> {
                    inside.add(rules);
                    inside.add(new OfFolder(rules.folder()));
                }
                case OfShare share -> {
                    inside.add(share);
                    inside.add(share.of());
                }
                case OfPersonalShare share -> inside.add(share);
                case OfStrayWorkspace _, OfStrayShare _ -> {}
            }
            if (change instanceof Change.Create<CloudKey, CloudObject>(CloudKey _, var desired)
                    && desired instanceof FolderObject(UnitId unit, String _)) {
                units.add(unit);
            }
            if (change instanceof Change.Delete<CloudKey, CloudObject>(CloudKey _, var gone)
                    && gone instanceof StrayShareObject stray) {
                units.add(stray.workspace());
            }
        }
        ids.of(cloud, inside).forEach(row -> units.add(row.unit()));
        return new Ledger(ids, cloud, ids.under(cloud, units));
    }

    Optional<Known> get(CloudKey key) {
        return Optional.ofNullable(known.get(key));
    }

    Collection<Known> all() {
        return known.values();
    }

    void put(Known row) {
        if (!row.equals(known.put(row.key(), row))) {
            ids.put(cloud, row);
        }
    }

    void forget(CloudKey key) {
        if (known.remove(key) != null) {
            ids.forget(cloud, key);
        }
    }

    /** Where a link leads, told by the cloud. */
    void putLink(GrantId grant, URI address) {
        ids.putLink(cloud, grant, address);
    }

    Optional<String> gid(GroupId group) {
        return Optional.ofNullable(gids.get(group));
    }

    void putGid(GroupId group, String gid) {
        if (!gid.equals(gids.put(group, gid))) {
            byGid.put(gid, group);
            ids.putGroup(cloud, group, gid);
        }
    }

    /** Which group the cloud told us that it calls so. */
    Optional<GroupId> group(String gid) {
        return Optional.ofNullable(byGid.get(gid));
    }
}
