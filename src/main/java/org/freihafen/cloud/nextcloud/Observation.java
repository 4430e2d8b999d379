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
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All of ours in a cloud, in two requests: its Team folders and the service account's shares. What
 * is ours says the ledger, which is corrected by what was seen. A folder that nobody has a share of
 * is taken to be where it was last seen.
 */
final class Observation {
    private static final Logger LOG = System.getLogger(Observation.class.getName());
    private static final String TEMPORARY = "freihafen-";

    private final Session session;
    private final TeamFolders teamFolders;
    private final Shares shares;
    private final Ledger ledger;
    private final Map<CloudKey, CloudObject> seen = new HashMap<>();

    Observation(Session session, TeamFolders teamFolders, Shares shares, Ledger ledger) {
        this.session = session;
        this.teamFolders = teamFolders;
        this.shares = shares;
        this.ledger = ledger;
    }

    /** The name that a Team folder has until we have noted its id. */
    static String temporaryName(UnitId unit) {
        return TEMPORARY + unit;
    }

    State<CloudKey, CloudObject> everything() throws TargetUnavailable {
        try {
            Map<String, TeamFolder> folders = teamFolders.all();
            List<Share> given = shares.all();
            List<Known> before = List.copyOf(ledger.all());
            mustSeeAll(folders, before);
            Set<UnitId> gone = workspaces(folders, before);
            folders(given, before, gone);
            shares(given, before);
            sayWhatIsNotOurs(folders);
            return State.of(seen);
        } catch (CloudSaidNo e) {
            throw new TargetUnavailable(e.sentence(), e);
        }
    }

    /**
     * An account that lost the right to administer Team folders is not refused: it is shown its own
     * only, and of the groups on them only its own.
     */
    private void mustSeeAll(Map<String, TeamFolder> folders, List<Known> before)
            throws TargetUnavailable {
        int expected = 0;
        int met = 0;
        for (Known known : before) {
            if (known.seen().isPresent()
                    && known.seen().get() instanceof WorkspaceObject workspace
                    && !workspace.groups().isEmpty()) {
                expected++;
                TeamFolder folder = folders.get(known.id().orElse(""));
                met += folder != null && folder.groups().size() > 1 ? 1 : 0;
            }
        }
        if (expected > 2 && met == 0) {
            throw new TargetUnavailable(
                    session.the()
                            + " no longer shows "
                            + session.cloud().login()
                            + " the groups on any"
                            + " Team folder; as an administrator there, delegate Team folders to the"
                            + " group "
                            + session.cloud().serviceGroup()
                            + " again.");
        }
    }

    private Set<UnitId> workspaces(Map<String, TeamFolder> folders, List<Known> before)
            throws TargetUnavailable {
        Map<String, GroupId> groups = ledger.groupsByGid();
        Map<String, TeamFolder> byName = new HashMap<>();
        folders.values().forEach(folder -> byName.put(folder.name(), folder));
        Set<UnitId> gone = new HashSet<>();
        for (Known known : before) {
            if (!(known.key() instanceof OfWorkspace key)) {
                continue;
            }
            TeamFolder folder =
                    known.id().isPresent()
                            ? folders.get(known.id().get())
                            : byName.get(temporaryName(key.unit()));
            if (folder == null) {
                if (known.id().isPresent()) {
                    gone.add(key.unit());
                    ledger.forget(key);
                }
            } else {
                CloudObject object = seen(folder, groups);
                seen.put(key, object);
                ledger.put(Known.of(key, key.unit(), folder.id(), object));
            }
        }
        return gone;
    }

    /** As our groups see it; a group that is none of ours is somebody's hand-made entry. */
    WorkspaceObject seen(TeamFolder folder, Map<String, GroupId> groups) {
        SortedMap<GroupId, Integer> ours = new TreeMap<>();
        folder.groups()
                .forEach((gid, bits) -> {
                    GroupId group = groups.get(gid);
                    if (group != null) {
                        ours.put(group, bits);
                    }
                });
        Integer service = folder.groups().get(session.cloud().serviceGroup());
        return new WorkspaceObject(
                folder.name(), ours, service != null && service == TeamFolders.ALL_RIGHTS);
    }

    private void folders(List<Share> given, List<Known> before, Set<UnitId> gone) {
        Map<String, String> paths = new HashMap<>();
        for (Share share : given) {
            if (ours(share)) {
                paths.put(share.fileId(), share.path());
            }
        }
        for (Known known : before) {
            if (!(known.key() instanceof OfFolder key)) {
                continue;
            }
            if (gone.contains(known.unit())) {
                ledger.forget(key);
            } else if (known.seen().orElse(null) instanceof FolderObject last) {
                String id = known.id().orElse("");
                String path = paths.get(id);
                FolderObject now = path == null ? last : below(known.unit(), path);
                seen.put(key, now);
                ledger.put(Known.of(key, known.unit(), id, now));
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

    private void shares(List<Share> given, List<Known> before) {
        Map<String, OfFolder> folders = new HashMap<>();
        Map<OfFolder, UnitId> units = new HashMap<>();
        for (Known known : before) {
            if (known.key() instanceof OfFolder key && seen.containsKey(key)) {
                folders.put(known.id().orElse(""), key);
                units.put(key, known.unit());
            }
        }
        Map<String, GroupId> groups = ledger.groupsByGid();
        for (Share share : given) {
            Optional<OfFolder> folder = Optional.ofNullable(folders.get(share.fileId()));
            Optional<GroupId> group = Optional.ofNullable(groups.get(share.gid()));
            if (ours(share) && folder.isPresent() && group.isPresent()) {
                FolderId folderId = folder.get().folder();
                OfShare key = new OfShare(folderId, group.get());
                seen.put(key, share.terms());
                UnitId unit = units.getOrDefault(folder.get(), group.get().unit());
                ledger.put(Known.of(key, unit, share.id(), share.terms()));
            }
        }
        List<CloudKey> ended = new ArrayList<>();
        for (Known known : before) {
            if (known.key() instanceof OfShare && !seen.containsKey(known.key())) {
                ended.add(known.key());
            }
        }
        ended.forEach(ledger::forget);
    }

    /** Hand-made entries survive, but an administrator should know of them. */
    private void sayWhatIsNotOurs(Map<String, TeamFolder> folders) {
        for (Known known : ledger.all()) {
            TeamFolder folder = folders.get(known.id().orElse(""));
            if (known.key() instanceof OfWorkspace
                    && folder != null
                    && known.seen().orElse(null) instanceof WorkspaceObject workspace) {
                int service = folder.groups().containsKey(session.cloud().serviceGroup()) ? 1 : 0;
                int others = folder.groups().size() - workspace.groups().size() - service;
                if (others > 0) {
                    LOG.log(
                            Level.WARNING,
                            "{0}: groups that Freihafen did not put there stand on the Team folder"
                                    + " {1}: {2}. Take them off there, or grant them access here.",
                            session.the(),
                            folder.name(),
                            others);
                }
            }
        }
    }

    private boolean ours(Share share) {
        return share.owner().equals(session.cloud().login());
    }
}
