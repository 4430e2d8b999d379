package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.reconcile.State;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What one look at a whole cloud showed, and how our own record differs from it. The record stays
 * as it is until {@link #note}: a dry run looks too.
 *
 * @param unclaimed Team folders of ours that are in no record, by name
 */
record Sighting(
        State<CloudKey, CloudObject> state,
        List<Known> learned,
        List<CloudKey> gone,
        Map<GroupId, String> gids,
        Map<GrantId, URI> links,
        Map<String, TeamFolder> unclaimed) {
    static final Sighting NOTHING =
            new Sighting(State.empty(), List.of(), List.of(), Map.of(), Map.of(), Map.of());

    Sighting {
        learned = List.copyOf(learned);
        gone = List.copyOf(gone);
        gids = Map.copyOf(gids);
        links = Map.copyOf(links);
        unclaimed = Map.copyOf(unclaimed);
    }

    void note(CloudIds ids, String cloud) {
        gids.forEach((group, gid) -> ids.putGroup(cloud, group, gid));
        learned.forEach(known -> ids.put(cloud, known));
        gone.forEach(key -> ids.forget(cloud, key));
        links.forEach((grant, address) -> ids.putLink(cloud, grant, address));
    }
}
