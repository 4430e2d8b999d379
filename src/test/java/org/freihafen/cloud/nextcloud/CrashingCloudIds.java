package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.InMemoryCloudIds;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cloud ids that stop working at a chosen write, and so does whoever writes: a crash. */
final class CrashingCloudIds implements CloudIds {
    private InMemoryCloudIds ids = new InMemoryCloudIds();
    private int writes;
    private int crashAt;
    private int breakAt;

    /** No exception: nobody who lives on may take it for one. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("Freihafen was killed here");
        }
    }

    synchronized void crashAtWrite(int nth) {
        writes = 0;
        crashAt = nth;
    }

    synchronized void wipe() {
        ids = new InMemoryCloudIds();
    }

    /** Only this write fails, as when the database was away for a moment. */
    synchronized void breakAtWrite(int nth) {
        writes = 0;
        breakAt = nth;
    }

    private synchronized void write() {
        writes++;
        if (writes == breakAt) {
            throw new IllegalStateException("the database was away");
        }
        if (crashAt > 0 && writes >= crashAt) {
            throw new Killed();
        }
    }

    @Override
    public List<Known> all(String cloud) {
        return ids.all(cloud);
    }

    @Override
    public List<Known> of(String cloud, Collection<? extends CloudKey> keys) {
        return ids.of(cloud, keys);
    }

    @Override
    public List<Known> under(String cloud, Set<UnitId> units) {
        return ids.under(cloud, units);
    }

    @Override
    public void put(String cloud, Known known) {
        write();
        ids.put(cloud, known);
    }

    @Override
    public void putWithin(String cloud, Known known) {
        put(cloud, known);
    }

    @Override
    public void forget(String cloud, CloudKey key) {
        write();
        ids.forget(cloud, key);
    }

    @Override
    public Optional<URI> link(GrantId grant) {
        return ids.link(grant);
    }

    @Override
    public void putLink(String cloud, GrantId grant, URI address) {
        write();
        ids.putLink(cloud, grant, address);
    }

    @Override
    public Map<GroupId, String> groups(String cloud) {
        return ids.groups(cloud);
    }

    @Override
    public void putGroup(String cloud, GroupId group, String gid) {
        write();
        ids.putGroup(cloud, group, gid);
    }
}
