package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfStrayShare;
import org.freihafen.cloud.CloudKey.OfStrayWorkspace;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudKey.Shared;
import org.freihafen.cloud.CloudObject.StrayShareObject;
import org.freihafen.cloud.CloudObject.StrayWorkspaceObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.Recipient;
import org.freihafen.cloud.nextcloud.Accounts.Account;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All of ours in a cloud: its Team folders, the service account's shares, and where folders are
 * that no share shows. What is known of them says the ledger, which this only reads. What is ours
 * by its owner or by the service account's group on it and stands in no ledger is a stray.
 */
final class Observation {
    static final String TEMPORARY = "freihafen-";

    private final Accounts accounts;
    private final Function<UnitId, Account> keepers;
    private final TeamFolders teamFolders;
    private final Hidings hidings;
    private final Recognition recognition;
    private final SeenSoFar seen;
    private final FolderPlaces places;
    private final InsideWorkspaces inside;
    private final Map<GrantId, URI> links = new HashMap<>();
    private final Map<String, TeamFolder> unclaimed = new HashMap<>();

    /** Workspaces whose Team folder obeys no rules by path. */
    private final Set<UnitId> unruled = new HashSet<>();

    Observation(
            Accounts accounts,
            TeamFolders teamFolders,
            DeepLook deepLook,
            Hidings hidings,
            Recognition recognition,
            Ledger ledger) {
        this.accounts = accounts;
        this.keepers = accounts.keepers();
        this.teamFolders = teamFolders;
        this.hidings = hidings;
        this.recognition = recognition;
        this.seen = new SeenSoFar(ledger);
        this.places = new FolderPlaces(keepers, seen);
        this.inside = new InsideWorkspaces(keepers, deepLook, recognition, ledger, seen);
    }

    /** The name that a Team folder has until we have noted its id. */
    static String temporaryName(UnitId unit) {
        return TEMPORARY + unit;
    }

    Sighting everything() throws TargetUnavailable {
        try {
            Map<String, TeamFolder> folders = teamFolders.all();
            List<Share> given = new ArrayList<>();
            for (Account account : accounts.all()) {
                account.shares().all().stream().filter(accounts::own).forEach(given::add);
            }
            mustSeeAll(folders);
            workspaces(folders);
            strayWorkspaces(folders);
            places.find(given);
            shares(given);
            inside.look(given, unruled);
            return new Sighting(
                    seen.state(),
                    seen.learned(),
                    seen.gone(),
                    recognition.learned(),
                    links,
                    unclaimed);
        } catch (CloudSaidNo e) {
            throw new TargetUnavailable(e.why(), e);
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
        for (Known known : seen.before()) {
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
        Account first = accounts.first();
        if (doubtful && !teamFolders.delegatedTo(Set.of(first.group()))) {
            throw new TargetUnavailable(
                    Saying.of(
                            "cloud.hides",
                            first.session().cloud().name(),
                            first.login(),
                            first.group()));
        }
    }

    private void workspaces(Map<String, TeamFolder> folders) throws TargetUnavailable, CloudSaidNo {
        Map<String, TeamFolder> byName = new HashMap<>();
        folders.values().forEach(folder -> byName.put(folder.name(), folder));
        for (Known known : seen.before()) {
            if (known.key() instanceof OfWorkspace key) {
                TeamFolder folder =
                        known.id().isPresent()
                                ? folders.get(known.id().get())
                                : byName.get(temporaryName(key.unit()));
                if (folder != null) {
                    seen.see(
                            key,
                            key.unit(),
                            folder.id(),
                            recognition.seen(folder, keepers.apply(key.unit()).group()));
                    if (!folder.ruled()) {
                        unruled.add(key.unit());
                    }
                }
            }
        }
    }

    private void strayWorkspaces(Map<String, TeamFolder> folders) {
        Set<String> known = new HashSet<>();
        seen.learned().forEach(row -> row.id().ifPresent(known::add));
        for (Known row : seen.before()) {
            if (row.key() instanceof OfWorkspace) {
                row.id().ifPresent(known::add);
            }
        }
        for (TeamFolder folder : folders.values()) {
            if (!known.contains(folder.id())
                    && (folder.groups().keySet().stream().anyMatch(accounts.groups()::contains)
                            || folder.name().startsWith(TEMPORARY))) {
                seen.seeStray(
                        new OfStrayWorkspace(folder.id()), new StrayWorkspaceObject(folder.name()));
                unclaimed.put(folder.name(), folder);
            }
        }
    }

    private void shares(List<Share> given) throws TargetUnavailable, CloudSaidNo {
        Map<String, Known> folders = new HashMap<>();
        Map<String, Known> roots = new HashMap<>();
        for (Known known : seen.before()) {
            if (known.key() instanceof OfFolder && seen.has(known.key())) {
                folders.put(known.id().orElse(""), known);
            } else if (known.key() instanceof OfWorkspace
                    && seen.get(known.key()).orElse(null) instanceof WorkspaceObject workspace) {
                roots.put("/" + workspace.name(), known);
            }
        }
        for (Share share : given) {
            Known folder = folders.getOrDefault(share.fileId(), roots.get(share.path()));
            Optional<Recipient> to = recognition.recipient(share);
            if (folder != null
                    && folder.key() instanceof Shared what
                    && to.isPresent()
                    && keepers.apply(folder.unit()).login().equals(share.owner())) {
                OfShare key = new OfShare(what, to.get());
                seen.see(key, folder.unit(), share.id(), share.terms());
                hidings.shared(key, share);
                if (to.get() instanceof Recipient.Link(GrantId grant)) {
                    share.address().ifPresent(address -> links.put(grant, address));
                }
            } else {
                workspaceOf(share, Optional.ofNullable(folder))
                        .ifPresent(unit ->
                                seen.seeStray(
                                        new OfStrayShare(share.id()),
                                        new StrayShareObject(
                                                unit,
                                                share.path(),
                                                share.with(),
                                                share.terms().permissions())));
            }
        }
    }

    private Optional<UnitId> workspaceOf(Share share, Optional<Known> folder) {
        if (folder.isPresent()) {
            return folder.map(Known::unit);
        }
        return seen.workspaces().keySet().stream()
                .filter(unit -> (share.path() + "/").startsWith(seen.mount(unit)))
                .findFirst();
    }
}
