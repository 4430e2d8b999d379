package org.freihafen.sandbox.cloud;

import org.freihafen.sandbox.cloud.CloudUsers.DirectoryGroup;
import org.freihafen.sandbox.cloud.Fact.SeenGroup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ids of groups. A group's id is the name that it had when the cloud first saw it, and stays,
 * whatever the directory calls it later; a group made anew under an old DN takes the old id, and so
 * revives old shares, as it does in Nextcloud.
 */
final class SeenGroups {
    private final CloudStore store;
    private final CloudUsers users;

    SeenGroups(CloudStore store, CloudUsers users) {
        this.store = store;
        this.users = users;
    }

    Set<String> gidsOf(String uid) {
        Set<String> gids = new LinkedHashSet<>();
        for (DirectoryGroup group : users.groupsOf(uid)) {
            gids.add(see(group));
        }
        return gids;
    }

    /** The ids of those groups that were seen before, without seeing new ones. */
    Set<String> knownGidsOf(CloudState state, String uid) {
        Set<String> gids = new LinkedHashSet<>();
        for (DirectoryGroup group : users.groupsOf(uid)) {
            known(state, group).ifPresent(seen -> gids.add(seen.gid()));
        }
        return gids;
    }

    record Found(String gid, String name) {}

    List<Found> search(String beginning, int most) {
        return users.groupsNamed(beginning, most).stream()
                .map(group -> new Found(see(group), group.name()))
                .toList();
    }

    boolean seen(CloudState state, String gid) {
        return state.find(SeenGroup.class, gid).isPresent();
    }

    /** The group's present name; empty when the directory has it no longer. */
    Optional<String> name(CloudState state, String gid) {
        return state.find(SeenGroup.class, gid)
                .flatMap(seen -> users.group(seen.uuid()))
                .map(DirectoryGroup::name);
    }

    private String see(DirectoryGroup group) {
        return store.read(state -> known(state, group))
                .filter(seen -> seen.dn().equals(group.dn()) && seen.uuid().equals(group.uuid()))
                .map(SeenGroup::gid)
                .orElseGet(() -> store.write(batch -> pin(batch, group)));
    }

    private static Optional<SeenGroup> known(CloudState state, DirectoryGroup group) {
        List<SeenGroup> all = state.all(SeenGroup.class);
        return all.stream()
                .filter(seen -> seen.dn().equals(group.dn()))
                .findAny()
                .or(() -> all.stream().filter(s -> s.uuid().equals(group.uuid())).findAny());
    }

    private static String pin(CloudStore.Batch batch, DirectoryGroup group) {
        String gid =
                known(batch.state(), group)
                        .map(SeenGroup::gid)
                        .orElseGet(() -> free(batch.state(), group.name()));
        batch.put(new SeenGroup(gid, group.dn(), group.uuid()));
        return gid;
    }

    private static String free(CloudState state, String name) {
        String gid = name;
        for (int n = 2; state.find(SeenGroup.class, gid).isPresent(); n++) {
            gid = name + "_" + n;
        }
        return gid;
    }
}
