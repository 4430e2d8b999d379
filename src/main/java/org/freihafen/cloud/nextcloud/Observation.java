package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All of ours in a cloud, in two requests: its Team folders and the service account's shares. What
 * is ours says the ledger, which this only reads. A folder that nobody has a share of is taken to
 * be where it was last seen.
 */
final class Observation {
    private static final String TEMPORARY = "freihafen-";

    private final Session session;
    private final TeamFolders teamFolders;
    private final Shares shares;
    private final Recognition recognition;
    private final Ledger ledger;
    private final List<Known> before;
    private final Map<CloudKey, CloudObject> seen = new HashMap<>();
    private final List<Known> learned = new ArrayList<>();

    Observation(
            Session session,
            TeamFolders teamFolders,
            Shares shares,
            Recognition recognition,
            Ledger ledger) {
        this.session = session;
        this.teamFolders = teamFolders;
        this.shares = shares;
        this.recognition = recognition;
        this.ledger = ledger;
        this.before = List.copyOf(ledger.all());
    }

    /** The name that a Team folder has until we have noted its id. */
    static String temporaryName(UnitId unit) {
        return TEMPORARY + unit;
    }

    Sighting everything() throws TargetUnavailable {
        try {
            Map<String, TeamFolder> folders = teamFolders.all();
            List<Share> given = shares.all();
            mustSeeAll(folders);
            workspaces(folders);
            folders(given);
            shares(given);
            List<CloudKey> gone = new ArrayList<>();
            for (Known known : before) {
                if (known.id().isPresent() && !seen.containsKey(known.key())) {
                    gone.add(known.key());
                }
            }
            return new Sighting(State.of(seen), learned, gone, recognition.learned());
        } catch (CloudSaidNo e) {
            throw new TargetUnavailable(e.sentence(), e);
        }
    }

    /**
     * An account that lost the right to administer Team folders is not refused: it is shown its own
     * only, and of the groups on them only its own. Where it looks so, the cloud is asked.
     */
    private void mustSeeAll(Map<String, TeamFolder> folders) throws TargetUnavailable {
        boolean missing = false;
        int expected = 0;
        int met = 0;
        for (Known known : before) {
            if (known.key() instanceof OfWorkspace && known.id().isPresent()) {
                TeamFolder folder = folders.get(known.id().get());
                missing |= folder == null;
                if (known.seen().orElse(null) instanceof WorkspaceObject workspace
                        && !workspace.groups().isEmpty()) {
                    expected++;
                    met += folder != null && folder.groups().size() > 1 ? 1 : 0;
                }
            }
        }
        boolean doubtful = missing || (expected > 0 && met == 0);
        if (doubtful && !teamFolders.delegatedTo(session.cloud().serviceGroup())) {
            throw new TargetUnavailable(
                    session.the()
                            + " no longer shows "
                            + session.cloud().login()
                            + " all Team folders and the groups on them, so nothing is concluded"
                            + " from what is missing; as an administrator there, put the account"
                            + " into the group "
                            + session.cloud().serviceGroup()
                            + " and delegate Team folders to that group again.");
        }
    }

    private void see(CloudKey key, UnitId unit, String id, CloudObject object) {
        seen.put(key, object);
        Known known = Known.of(key, unit, id, object);
        if (!ledger.get(key).equals(Optional.of(known))) {
            learned.add(known);
        }
    }

    private void workspaces(Map<String, TeamFolder> folders) throws TargetUnavailable, CloudSaidNo {
        Map<String, TeamFolder> byName = new HashMap<>();
        folders.values().forEach(folder -> byName.put(folder.name(), folder));
        for (Known known : before) {
            if (known.key() instanceof OfWorkspace key) {
                TeamFolder folder =
                        known.id().isPresent()
                                ? folders.get(known.id().get())
                                : byName.get(temporaryName(key.unit()));
                if (folder != null) {
                    see(key, key.unit(), folder.id(), recognition.seen(folder));
                }
            }
        }
    }

    private void folders(List<Share> given) {
        Map<String, String> paths = new HashMap<>();
        for (Share share : given) {
            if (ours(share)) {
                paths.put(share.fileId(), share.path());
            }
        }
        for (Known known : before) {
            if (known.key() instanceof OfFolder key
                    && seen.containsKey(new OfWorkspace(known.unit()))
                    && known.seen().orElse(null) instanceof FolderObject last) {
                String id = known.id().orElse("");
                String path = paths.get(id);
                see(key, known.unit(), id, path == null ? last : below(known.unit(), path));
            }
        }
    }

    private FolderObject below(UnitId unit, String path) {
        String mount =
                seen.get(new OfWorkspace(unit)) instanceof WorkspaceObject workspace
                        ? "/" + workspace.name() + "/"
                        : "//";
        return new FolderObject(
                unit, path.startsWith(mount) ? path.substring(mount.length()) : path);
    }

    private void shares(List<Share> given) throws TargetUnavailable, CloudSaidNo {
        Map<String, Known> folders = new HashMap<>();
        for (Known known : before) {
            if (known.key() instanceof OfFolder && seen.containsKey(known.key())) {
                folders.put(known.id().orElse(""), known);
            }
        }
        for (Share share : given) {
            Known folder = folders.get(share.fileId());
            if (ours(share) && folder != null && folder.key() instanceof OfFolder(var id)) {
                Optional<GroupId> group = recognition.group(share.gid(), share.label());
                group.ifPresent(
                        to -> see(new OfShare(id, to), folder.unit(), share.id(), share.terms()));
            }
        }
    }

    private boolean ours(Share share) {
        return share.owner().equals(session.cloud().login());
    }
}
