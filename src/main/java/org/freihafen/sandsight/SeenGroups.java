package org.freihafen.sandsight;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact.SeenGroup;
import org.freihafen.sandsight.CloudUsers.DirectoryGroup;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ids of groups. A group's id is the name that it had when the cloud first saw it, and stays,
 * whatever the directory calls it later; a group made anew under an old DN takes the old id, and so
 * revives old shares, as it does in Nextcloud.
 */
public final class SeenGroups {
    private final CloudStore store;
    private final CloudUsers users;

    public SeenGroups(CloudStore store, CloudUsers users) {
        this.store = store;
        this.users = users;
    }

    Set<String> gidsOf(String uid) {
        Set<String> gids = new LinkedHashSet<>();
        List<DirectoryGroup> groups = users.groupsOf(uid);
        Known known = store.read(Known::of);
        for (DirectoryGroup group : groups) {
            gids.add(see(known, group));
        }
        return gids;
    }

    /** The ids of those groups that were seen before, without seeing new ones. */
    Set<String> knownGidsOf(CloudState state, String uid) {
        Set<String> gids = new LinkedHashSet<>();
        Known known = Known.of(state);
        for (DirectoryGroup group : users.groupsOf(uid)) {
            known.find(group).ifPresent(seen -> gids.add(seen.gid()));
        }
        return gids;
    }

    /** All that were seen, by what the directory calls them. */
    private record Known(Map<String, SeenGroup> byDn, Map<String, SeenGroup> byUuid) {
        private static Known of(CloudState state) {
            Known known = new Known(new HashMap<>(), new HashMap<>());
            for (SeenGroup seen : state.all(SeenGroup.class)) {
                known.byDn().put(seen.dn(), seen);
                known.byUuid().put(seen.uuid(), seen);
            }
            return known;
        }

        private Optional<SeenGroup> find(DirectoryGroup group) {
            return Optional.ofNullable(byDn.get(group.dn()))
                    .or(() -> Optional.ofNullable(byUuid.get(group.uuid())));
        }
    }

    public record Found(String gid, String name) {}

    public List<Found> search(String beginning, int most) {
        List<DirectoryGroup> groups = users.groupsNamed(beginning, most);
        Known known = store.read(Known::of);
        return groups.stream().map(group -> new Found(see(known, group), group.name())).toList();
    }

    boolean seen(CloudState state, String gid) {
        return state.find(SeenGroup.class, gid).isPresent();
    }

    /** The group's present name; empty when the directory has it no longer. */
    public Optional<String> name(CloudState state, String gid) {
        return state.find(SeenGroup.class, gid)
                .flatMap(seen -> users.group(seen.uuid()))
                .map(DirectoryGroup::name);
    }

    private String see(Known known, DirectoryGroup group) {
        return known.find(group)
                .filter(seen -> seen.dn().equals(group.dn()) && seen.uuid().equals(group.uuid()))
                .map(SeenGroup::gid)
                .orElseGet(() -> store.write(batch -> pin(batch, group)));
    }

    private static String pin(CloudStore.Batch batch, DirectoryGroup group) {
        String gid =
                Known.of(batch.state())
                        .find(group)
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
