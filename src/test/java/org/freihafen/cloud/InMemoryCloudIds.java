package org.freihafen.cloud;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Cloud ids for tests; keeps the promises of {@link CloudIdsContract}. */
public final class InMemoryCloudIds implements CloudIds {
    private final Map<String, Map<CloudKey, Known>> known = new HashMap<>();
    private final Map<String, Map<GroupId, String>> groups = new HashMap<>();
    private final Map<GrantId, URI> links = new HashMap<>();

    @Override
    public synchronized List<Known> all(String cloud) {
        return List.copyOf(rows(cloud).values());
    }

    @Override
    public synchronized List<Known> of(String cloud, Collection<? extends CloudKey> keys) {
        return keys.stream()
                .distinct()
                .flatMap(key -> Optional.ofNullable(rows(cloud).get(key)).stream())
                .toList();
    }

    @Override
    public synchronized List<Known> under(String cloud, Set<UnitId> units) {
        return rows(cloud).values().stream().filter(row -> units.contains(row.unit())).toList();
    }

    @Override
    public synchronized void put(String cloud, Known row) {
        rows(cloud).put(row.key(), row);
    }

    @Override
    public void putWithin(String cloud, Known row) {
        put(cloud, row);
    }

    @Override
    public synchronized void forget(String cloud, CloudKey key) {
        rows(cloud).remove(key);
        if (key instanceof CloudKey.OfShare(var _, Recipient.Link(GrantId grant))) {
            links.remove(grant);
        }
    }

    @Override
    public synchronized Map<GroupId, String> groups(String cloud) {
        return Map.copyOf(gids(cloud));
    }

    @Override
    public synchronized void putGroup(String cloud, GroupId group, String gid) {
        gids(cloud).put(group, gid);
    }

    @Override
    public synchronized Optional<URI> link(GrantId grant) {
        return Optional.ofNullable(links.get(grant));
    }

    @Override
    public synchronized void putLink(String cloud, GrantId grant, URI address) {
        links.put(grant, address);
    }

    private Map<CloudKey, Known> rows(String cloud) {
        return known.computeIfAbsent(cloud, _ -> new TreeMap<>());
    }

    private Map<GroupId, String> gids(String cloud) {
        return groups.computeIfAbsent(cloud, _ -> new TreeMap<>());
    }
}
