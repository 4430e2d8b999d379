package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.cloud.nextcloud.FolderSteps.Place;
import org.freihafen.cloud.nextcloud.PathRules.Rules;
import org.freihafen.cloud.nextcloud.PathRules.Whom;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Closes folders to some of a workspace's groups, and opens them. A Team folder takes rules that
 * nobody is held to, and takes them from anybody who asks: before one is set the folder is made to
 * obey rules and the service account to keep them, and every rule that was set is read back.
 */
final class RuleSteps {
    private final Session session;
    private final PathRules rules;
    private final TeamFolders teamFolders;
    private final FolderSteps folders;
    private final Groups groups;
    private final Ledger ledger;

    RuleSteps(
            Session session,
            PathRules rules,
            TeamFolders teamFolders,
            FolderSteps folders,
            Groups groups,
            Ledger ledger) {
        this.session = session;
        this.rules = rules;
        this.teamFolders = teamFolders;
        this.folders = folders;
        this.groups = groups;
        this.ledger = ledger;
    }

    void reach(OfRules key, RulesObject desired) throws TargetUnavailable, CloudSaidNo {
        if (ledger.get(key).flatMap(Known::seen).equals(Optional.of(desired))) {
            return;
        }
        OfFolder folder = new OfFolder(key.folder());
        Place place = place(folder);
        UnitId unit = ledger.get(folder).orElseThrow().unit();
        keep(unit, place);
        Map<Whom, Integer> wanted = new HashMap<>();
        for (Map.Entry<GroupId, Integer> rule : desired.groups().entrySet()) {
            wanted.put(Whom.group(groups.gid(rule.getKey())), rule.getValue());
        }
        wanted.put(Whom.group(session.cloud().serviceGroup()), TeamFolders.ALL_RIGHTS);
        set(place, wanted);
        ledger.put(Known.of(key, unit, place.fileId(), desired));
    }

    /** Before a group gets into a workspace, the folders that are closed in it are shut to it. */
    void shutOut(UnitId unit, GroupId group) throws TargetUnavailable, CloudSaidNo {
        for (Known known : List.copyOf(ledger.all())) {
            if (known.key() instanceof OfRules closed
                    && known.unit().equals(unit)
                    && known.seen().orElse(null) instanceof RulesObject seen
                    && !seen.groups().containsKey(group)) {
                SortedMap<GroupId, Integer> wider = new TreeMap<>(seen.groups());
                wider.put(group, 0);
                reach(closed, new RulesObject(wider));
            }
        }
    }

    void end(OfRules key) throws TargetUnavailable, CloudSaidNo {
        Optional<Known> known = ledger.get(key);
        Optional<Place> place = folders.place(new OfFolder(key.folder()));
        if (known.isPresent() && place.isPresent()) {
            keep(known.get().unit(), place.get());
            set(place.get(), Map.of());
        }
        ledger.forget(key);
    }

    private Place place(OfFolder folder) throws TargetUnavailable {
        return folders.place(folder)
                .orElseThrow(() ->
                        TargetUnavailable.forNow(
                                Saying.of("cloud.rules-wait", session.cloud().name())));
    }

    private void keep(UnitId unit, Place place) throws TargetUnavailable, CloudSaidNo {
        Rules now = rules.read(place.path());
        String id = ledger.get(new OfWorkspace(unit)).flatMap(Known::id).orElseThrow();
        if (!now.obeyed()) {
            teamFolders.obeyRules(id);
        }
        if (!now.kept()) {
            teamFolders.keepRules(id, session.cloud().serviceGroup());
        }
    }

    private void set(Place place, Map<Whom, Integer> wanted) throws TargetUnavailable, CloudSaidNo {
        rules.write(place.path(), wanted);
        Rules now = rules.read(place.path());
        if (!now.rules().equals(wanted)) {
            throw new CloudSaidNo(
                    409,
                    Saying.of(
                            "cloud.rules-lost",
                            session.cloud().name(),
                            place.path(),
                            session.cloud().login()));
        }
    }
}
