package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfStrayShare;
import org.freihafen.cloud.CloudKey.OfStrayWorkspace;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudKey.Shared;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.DeletedFolderObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.cloud.CloudObject.StrayShareObject;
import org.freihafen.cloud.CloudObject.StrayWorkspaceObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.Recipient;
import org.freihafen.cloud.nextcloud.Accounts.Account;
import org.freihafen.cloud.nextcloud.DeepLook.Item;
import org.freihafen.cloud.nextcloud.DeepLook.Look;
import org.freihafen.cloud.nextcloud.PathRules.Whom;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.TargetUnavailable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All of ours in a cloud: its Team folders, the service account's shares, and where folders are
 * that no share shows. What is known of them says the ledger, which this only reads. What is ours
 * by its owner or by the service account's group on it and stands in no ledger is a stray.
 */
final class Observation {
    private static final Logger LOG = System.getLogger(Observation.class.getName());
    static final String TEMPORARY = "freihafen-";

    private final Accounts accounts;
    private final Function<UnitId, Account> keepers;
    private final TeamFolders teamFolders;
    private final DeepLook deepLook;
    private final Hidings hidings;
    private final Recognition recognition;
    private final Ledger ledger;
    private final List<Known> before;
    private final Map<CloudKey, CloudObject> seen = new HashMap<>();
    private final List<Known> learned = new ArrayList<>();
    private final Map<GrantId, URI> links = new HashMap<>();
    private final Map<String, TeamFolder> unclaimed = new HashMap<>();

    /** Workspaces into which this run looked to the last file. */
    private final Set<UnitId> lookedThrough = new HashSet<>();

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
        this.deepLook = deepLook;
        this.hidings = hidings;
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
            List<Share> given = new ArrayList<>();
            for (Account account : accounts.all()) {
                given.addAll(account.shares().all());
            }
            mustSeeAll(folders);
            workspaces(folders);
            strayWorkspaces(folders);
            folders(given);
            shares(given);
            Map<UnitId, Map<String, Item>> looked = looked(given);
            rules(looked);
            personal(looked);
            List<CloudKey> gone = new ArrayList<>();
            for (Known known : before) {
                if (known.id().isPresent() && !seen.containsKey(known.key())) {
                    gone.add(known.key());
                }
            }
            return new Sighting(
                    State.of(seen), learned, gone, recognition.learned(), links, unclaimed);
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
                    see(
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
        learned.forEach(row -> row.id().ifPresent(known::add));
        for (Known row : before) {
            if (row.key() instanceof OfWorkspace) {
                row.id().ifPresent(known::add);
            }
        }
        for (TeamFolder folder : folders.values()) {
            if (!known.contains(folder.id())
                    && (folder.groups().keySet().stream().anyMatch(accounts.groups()::contains)
                            || folder.name().startsWith(TEMPORARY))) {
                seen.put(
                        new OfStrayWorkspace(folder.id()), new StrayWorkspaceObject(folder.name()));
                unclaimed.put(folder.name(), folder);
            }
        }
    }

    private void folders(List<Share> given) throws TargetUnavailable, CloudSaidNo {
        Map<String, String> paths = new HashMap<>();
        for (Share share : given) {
            if (ours(share)) {
                paths.put(share.fileId(), share.path());
            }
        }
        List<Known> hidden = new ArrayList<>();
        for (Known known : before) {
            if (known.key() instanceof OfFolder
                    && known.id().isPresent()
                    && seen.get(new OfWorkspace(known.unit())) instanceof WorkspaceObject in) {
                String path = paths.get(known.id().get());
                if (path != null) {
                    see(known, below(known.unit(), path));
                } else if (in.served()) {
                    hidden.add(known);
                } else {
                    known.seen().ifPresent(last -> see(known, last));
                }
            }
        }
        hidden.sort(Comparator.comparing(Known::key));
        Map<Account, List<Known>> byKeeper = new LinkedHashMap<>();
        for (Known known : hidden) {
            byKeeper.computeIfAbsent(keepers.apply(known.unit()), _ -> new ArrayList<>())
                    .add(known);
        }
        for (Map.Entry<Account, List<Known>> kept : byKeeper.entrySet()) {
            Lookout lookout = kept.getKey().lookout();
            Lookout.Looked looked =
                    lookout.look(
                            kept.getValue().stream()
                                    .flatMap(known -> known.id().stream())
                                    .toList());
            for (Known known : kept.getValue()) {
                see(known, place(known, lookout, looked));
            }
        }
    }

    private void see(Known known, CloudObject object) {
        see(known.key(), known.unit(), known.id().orElse(""), object);
    }

    private CloudObject place(Known known, Lookout lookout, Lookout.Looked looked)
            throws TargetUnavailable, CloudSaidNo {
        String id = known.id().orElse("");
        CloudObject last = known.seen().orElseThrow();
        String found = looked.found().get(id);
        if (found != null) {
            return below(known.unit(), found);
        }
        if (!looked.asked().contains(id)) {
            return last;
        }
        if (last instanceof FolderObject(UnitId unit, String path)) {
            String whole = path.startsWith("/") ? path : mount(unit) + path;
            return lookout.isAt(id, whole) ? last : new DeletedFolderObject(unit, path);
        }
        return last;
    }

    private FolderObject below(UnitId unit, String path) {
        String mount = mount(unit);
        return new FolderObject(
                unit, path.startsWith(mount) ? path.substring(mount.length()) : path);
    }

    private String mount(UnitId unit) {
        return seen.get(new OfWorkspace(unit)) instanceof WorkspaceObject workspace
                ? "/" + workspace.name() + "/"
                : "//";
    }

    private void shares(List<Share> given) throws TargetUnavailable, CloudSaidNo {
        Map<String, Known> folders = new HashMap<>();
        Map<String, Known> roots = new HashMap<>();
        for (Known known : before) {
            if (known.key() instanceof OfFolder && seen.containsKey(known.key())) {
                folders.put(known.id().orElse(""), known);
            } else if (known.key() instanceof OfWorkspace
                    && seen.get(known.key()) instanceof WorkspaceObject workspace) {
                roots.put("/" + workspace.name(), known);
            }
        }
        for (Share share : given) {
            if (!ours(share)) {
                continue;
            }
            Known folder = folders.getOrDefault(share.fileId(), roots.get(share.path()));
            Optional<Recipient> to = recognition.recipient(share);
            if (folder != null
                    && folder.key() instanceof Shared what
                    && to.isPresent()
                    && keepers.apply(folder.unit()).login().equals(share.owner())) {
                OfShare key = new OfShare(what, to.get());
                see(key, folder.unit(), share.id(), share.terms());
                hidings.shared(key, share);
                if (to.get() instanceof Recipient.Link(GrantId grant)) {
                    share.address().ifPresent(address -> links.put(grant, address));
                }
            } else {
                workspaceOf(share, Optional.ofNullable(folder))
                        .ifPresent(unit ->
                                seen.put(
                                        new OfStrayShare(share.id()),
                                        new StrayShareObject(
                                                unit,
                                                share.path(),
                                                share.with(),
                                                share.terms().permissions())));
            }
        }
    }

    /** Looks into those workspaces whose turn it is; what went wrong there waits for another. */
    private Map<UnitId, Map<String, Item>> looked(List<Share> given) {
        Map<String, Set<String>> ours = new HashMap<>();
        for (Share share : given) {
            if (ours(share)) {
                Set<String> with = ours.computeIfAbsent(share.fileId(), _ -> new HashSet<>());
                with.add(share.whom().with());
                with.add(DeepLook.WAY + share.whom().sort().way());
            }
        }
        List<UnitId> served = new ArrayList<>();
        seen.forEach((key, object) -> {
            if (key instanceof OfWorkspace(UnitId unit)
                    && object instanceof WorkspaceObject workspace
                    && workspace.served()
                    && !workspace.groups().isEmpty()) {
                served.add(unit);
            }
        });
        Map<UnitId, Map<String, Item>> looked = new HashMap<>();
        Instant end = deepLook.end();
        for (UnitId unit : deepLook.due(served)) {
            if (deepLook.mayGoOn(end)) {
                try {
                    looked.put(unit, look(unit, ours));
                } catch (TargetUnavailable | CloudSaidNo e) {
                    LOG.log(Level.WARNING, "{0} It is looked there again later.", e.getMessage());
                }
            }
        }
        return looked;
    }

    private Map<String, Item> look(UnitId unit, Map<String, Set<String>> ours)
            throws TargetUnavailable, CloudSaidNo {
        String mount = mount(unit);
        Map<String, Item> items = new HashMap<>();
        Look look =
                deepLook.look(
                        unit, keepers.apply(unit), mount.substring(1, mount.length() - 1), ours);
        if (look.whole()) {
            lookedThrough.add(unit);
        }
        for (Item item : look.items()) {
            items.put(item.fileId(), item);
            for (Share share : item.personal()) {
                personal(unit, item, share);
            }
        }
        return items;
    }

    private void personal(UnitId unit, Item item, Share share)
            throws TargetUnavailable, CloudSaidNo {
        String mount = mount(unit);
        see(
                new OfPersonalShare(share.id()),
                unit,
                share.id(),
                new PersonalShareObject(
                        unit,
                        item.fileId(),
                        item.path().length() < mount.length()
                                ? ""
                                : item.path().substring(mount.length()),
                        item.file(),
                        share.owner(),
                        recognition.grantee(share),
                        share.with(),
                        share.terms().permissions(),
                        share.terms().until()));
    }

    /** Where nobody looked in this run, what people share is as it was when somebody did. */
    private void personal(Map<UnitId, Map<String, Item>> looked) {
        for (Known known : before) {
            if (known.key() instanceof OfPersonalShare
                    && known.seen().orElse(null) instanceof PersonalShareObject last
                    && !seen.containsKey(known.key())
                    && seen.containsKey(new OfWorkspace(known.unit()))
                    && !lookedThrough.contains(known.unit())
                    && !looked.getOrDefault(known.unit(), Map.of()).containsKey(last.fileId())) {
                see(known, last);
            }
        }
    }

    /**
     * The rules of folders that we closed: as they are where somebody looked, else as they were
     * when they were last read; where somebody switched rules off, none. Rules of others on folders
     * that we did not close are theirs.
     */
    private void rules(Map<UnitId, Map<String, Item>> looked) {
        for (Known known : before) {
            if (known.key() instanceof OfRules(FolderId folder)
                    && seen.get(new OfFolder(folder)) instanceof FolderObject
                    && !unruled.contains(known.unit())) {
                Item item = looked.getOrDefault(known.unit(), Map.of()).get(known.id().orElse(""));
                if (item == null) {
                    known.seen().ifPresent(object -> see(known, object));
                } else if (!item.rules().isEmpty()) {
                    see(known, rules(known.unit(), item));
                }
            }
        }
    }

    /** Without any if there are others among them: then all are set anew. */
    private RulesObject rules(UnitId unit, Item item) {
        SortedMap<GroupId, Integer> rules = new TreeMap<>();
        for (Map.Entry<Whom, Integer> rule : item.rules().entrySet()) {
            Whom whom = rule.getKey();
            if (!whom.equals(Whom.group(keepers.apply(unit).group()))) {
                Optional<GroupId> group =
                        whom.type().equals("group") ? ledger.group(whom.id()) : Optional.empty();
                if (group.isEmpty() || rule.getValue() == PathRules.PARTIAL) {
                    return new RulesObject(new TreeMap<>());
                }
                rules.put(group.get(), rule.getValue());
            }
        }
        return new RulesObject(rules);
    }

    private Optional<UnitId> workspaceOf(Share share, Optional<Known> folder) {
        if (folder.isPresent()) {
            return folder.map(Known::unit);
        }
        return seen.keySet().stream()
                .flatMap(key ->
                        key instanceof OfWorkspace(UnitId unit) ? Stream.of(unit) : Stream.of())
                .filter(unit -> (share.path() + "/").startsWith(mount(unit)))
                .findFirst();
    }

    private boolean ours(Share share) {
        return accounts.own(share);
    }
}
