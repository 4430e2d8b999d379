package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.cloud.nextcloud.Accounts.Account;
import org.freihafen.cloud.nextcloud.DeepLook.Item;
import org.freihafen.cloud.nextcloud.DeepLook.Look;
import org.freihafen.cloud.nextcloud.PathRules.Whom;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.TargetUnavailable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What lies deep in workspaces and in no list: the rules of folders that we closed, and what people
 * share in person. Where nobody looked in this run both are as they were when somebody did.
 */
final class InsideWorkspaces {
    private static final Logger LOG = System.getLogger(InsideWorkspaces.class.getName());

    private final Function<UnitId, Account> keepers;
    private final DeepLook deepLook;
    private final Recognition recognition;
    private final Ledger ledger;
    private final SeenSoFar seen;

    /** What was looked at, by file id. */
    private final Map<UnitId, Map<String, Item>> looked = new HashMap<>();

    /** Workspaces into which this run looked to the last file. */
    private final Set<UnitId> lookedThrough = new HashSet<>();

    InsideWorkspaces(
            Function<UnitId, Account> keepers,
            DeepLook deepLook,
            Recognition recognition,
            Ledger ledger,
            SeenSoFar seen) {
        this.keepers = keepers;
        this.deepLook = deepLook;
        this.recognition = recognition;
        this.ledger = ledger;
        this.seen = seen;
    }

    /**
     * Looks into those workspaces whose turn it is; what goes wrong there waits for another.
     *
     * @param ours what the service accounts share
     * @param unruled workspaces whose Team folder obeys no rules by path
     */
    void look(List<Share> ours, Set<UnitId> unruled) {
        Map<String, Set<String>> known = new HashMap<>();
        for (Share share : ours) {
            Set<String> with = known.computeIfAbsent(share.fileId(), _ -> new HashSet<>());
            with.add(share.whom().with());
            with.add(DeepLook.WAY + share.whom().sort().way());
        }
        List<UnitId> served = new ArrayList<>();
        seen.workspaces()
                .forEach((unit, workspace) -> {
                    if (workspace.served() && !workspace.groups().isEmpty()) {
                        served.add(unit);
                    }
                });
        Instant end = deepLook.end();
        for (UnitId unit : deepLook.due(served)) {
            if (deepLook.mayGoOn(end)) {
                try {
                    looked.put(unit, look(unit, known));
                } catch (TargetUnavailable | CloudSaidNo e) {
                    LOG.log(Level.WARNING, "{0} It is looked there again later.", e.getMessage());
                }
            }
        }
        rules(unruled);
        personalAsBefore();
    }

    private Map<String, Item> look(UnitId unit, Map<String, Set<String>> ours)
            throws TargetUnavailable, CloudSaidNo {
        String mount = seen.mount(unit);
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
        String mount = seen.mount(unit);
        seen.see(
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

    private void personalAsBefore() {
        for (Known known : seen.before()) {
            if (known.key() instanceof OfPersonalShare
                    && known.seen().orElse(null) instanceof PersonalShareObject last
                    && !seen.has(known.key())
                    && seen.has(new OfWorkspace(known.unit()))
                    && !lookedThrough.contains(known.unit())
                    && item(known.unit(), last.fileId()).isEmpty()) {
                seen.see(known, last);
            }
        }
    }

    private Optional<Item> item(UnitId unit, String fileId) {
        return Optional.ofNullable(looked.getOrDefault(unit, Map.of()).get(fileId));
    }

    /**
     * The rules of folders that we closed; where somebody switched rules off, none. Rules of others
     * on folders that we did not close are theirs.
     */
    private void rules(Set<UnitId> unruled) {
        for (Known known : seen.before()) {
            if (known.key() instanceof OfRules(FolderId folder)
                    && seen.get(new OfFolder(folder)).orElse(null) instanceof FolderObject
                    && !unruled.contains(known.unit())) {
                Optional<Item> item = item(known.unit(), known.id().orElse(""));
                if (item.isEmpty()) {
                    known.seen().ifPresent(object -> seen.see(known, object));
                } else if (!item.get().rules().isEmpty()) {
                    seen.see(known, rules(known.unit(), item.get()));
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
}
