package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.DeletedFolderObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.nextcloud.Accounts.Account;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where our folders lie. Shares show it for those that are shared; the others are looked for by
 * their file id, in turns, and until then are taken to be where they were.
 */
final class FolderPlaces {
    private final Function<UnitId, Account> keepers;
    private final SeenSoFar seen;

    FolderPlaces(Function<UnitId, Account> keepers, SeenSoFar seen) {
        this.keepers = keepers;
        this.seen = seen;
    }

    /** With what the service accounts share. */
    void find(List<Share> ours) throws TargetUnavailable, CloudSaidNo {
        Map<String, String> paths = new HashMap<>();
        ours.forEach(share -> paths.put(share.fileId(), share.path()));
        List<Known> hidden = new ArrayList<>();
        for (Known known : seen.before()) {
            if (known.key() instanceof OfFolder
                    && known.id().isPresent()
                    && seen.get(new OfWorkspace(known.unit())).orElse(null)
                            instanceof WorkspaceObject in) {
                String path = paths.get(known.id().get());
                if (path != null) {
                    seen.see(known, seen.folder(known.unit(), path));
                } else if (in.served()) {
                    hidden.add(known);
                } else {
                    known.seen().ifPresent(last -> seen.see(known, last));
                }
            }
        }
        lookFor(hidden);
    }

    private void lookFor(List<Known> hidden) throws TargetUnavailable, CloudSaidNo {
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
                seen.see(known, place(known, lookout, looked));
            }
        }
    }

    private CloudObject place(Known known, Lookout lookout, Lookout.Looked looked)
            throws TargetUnavailable, CloudSaidNo {
        String id = known.id().orElse("");
        CloudObject last = known.seen().orElseThrow();
        String found = looked.found().get(id);
        if (found != null) {
            return seen.folder(known.unit(), found);
        }
        if (!looked.asked().contains(id)) {
            return last;
        }
        if (last instanceof FolderObject(UnitId unit, String path)) {
            String whole = path.startsWith("/") ? path : seen.mount(unit) + path;
            return lookout.isAt(id, whole) ? last : new DeletedFolderObject(unit, path);
        }
        return last;
    }
}
