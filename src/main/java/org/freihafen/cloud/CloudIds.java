package org.freihafen.cloud;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Our own record of what stands in each cloud: the cloud's ids of our objects, how each was last
 * seen, and what the cloud calls our groups. What is not in here is foreign, whatever it is called.
 * Written as soon as the cloud has answered, each time in a transaction of its own.
 */
public interface CloudIds {
    /**
     * What we know of one object.
     *
     * @param unit whose workspace it is or lies in
     * @param id the Team folder's id, the folder's file id or the share's id; empty between the
     *     moment we begin to make a workspace and the cloud's answer
     * @param seen how it looked when the cloud last answered; empty as long as there is no id
     */
    record Known(CloudKey key, UnitId unit, Optional<String> id, Optional<CloudObject> seen) {
        public static Known of(CloudKey key, UnitId unit, String id, CloudObject seen) {
            return new Known(key, unit, Optional.of(id), Optional.of(seen));
        }

        /** A workspace that we are about to make. */
        public static Known begun(CloudKey.OfWorkspace key) {
            return new Known(key, key.unit(), Optional.empty(), Optional.empty());
        }
    }

    List<Known> all(String cloud);

    /** Those of the keys that are known. */
    List<Known> of(String cloud, Collection<? extends CloudKey> keys);

    /** The units' workspaces and all in them. */
    List<Known> under(String cloud, Set<UnitId> units);

    /** Adds it, or replaces what was known under the same key. */
    void put(String cloud, Known known);

    /** The same within the transaction of whoever calls. */
    void putWithin(String cloud, Known known);

    /** Forgetting what is not known is no error. */
    void forget(String cloud, CloudKey key);

    /** Where a link of ours leads, once the cloud has said so. */
    Optional<URI> link(GrantId grant);

    /** Adds it, or replaces what was known of the link; it is forgotten with its share. */
    void putLink(String cloud, GrantId grant, URI address);

    /** What the cloud calls our groups: each name was learned from it and never computed. */
    Map<GroupId, String> groups(String cloud);

    /** Adds it, or replaces what was known of the group. */
    void putGroup(String cloud, GroupId group, String gid);
}
