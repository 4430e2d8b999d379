package org.freihafen.byhand;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.DeletedFolderObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.drift.Found;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Place;
import org.freihafen.drift.Found.What;
import org.freihafen.ids.FolderId;
import org.freihafen.reconcile.State;
import org.freihafen.workspaces.Folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody did by hand with folders and with the rules of closed ones. */
final class FoldersByHand {
    private final String cloud;
    private final State<CloudKey, CloudObject> observed;
    private final State<CloudKey, CloudObject> desired;
    private final Map<CloudKey, CloudObject> last = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    FoldersByHand(
            String cloud,
            List<Known> before,
            State<CloudKey, CloudObject> observed,
            State<CloudKey, CloudObject> desired) {
        this.cloud = cloud;
        this.observed = observed;
        this.desired = desired;
        before.forEach(row -> row.seen().ifPresent(object -> last.put(row.key(), object)));
    }

    /**
     * All of it.
     *
     * @param before the folders as they were decided
     * @param followed those of them that changed in the cloud and are followed
     */
    List<Found> found(List<Folder> before, List<Folder> followed) {
        Map<FolderId, Folder> now = new HashMap<>();
        followed.forEach(folder -> now.put(folder.id(), folder));
        for (Folder folder : before) {
            Folder after = now.getOrDefault(folder.id(), folder);
            if (after.deleted() && !folder.deleted()) {
                add(What.DELETED, folder, Place.of(folder.id(), folder.path()), Law.LEFT);
            } else if (after.path().equals(folder.path())) {
                broughtBack(folder);
            } else if (!after.path().equals(along(folder, before, now))) {
                moved(folder, after.path(), Law.FOLLOWED);
            }
            unclosed(folder);
        }
        return found;
    }

    /** Where it would lie had it only gone along with the folder in which it lies. */
    private static String along(Folder folder, List<Folder> before, Map<FolderId, Folder> now) {
        return before.stream()
                .filter(above -> above.unit().equals(folder.unit()) && folder.liesIn(above.path()))
                .max(Comparator.comparingInt(above -> above.path().length()))
                .map(above ->
                        now.getOrDefault(above.id(), above).path()
                                + folder.path().substring(above.path().length()))
                .orElse(folder.path());
    }

    private void broughtBack(Folder folder) {
        OfFolder key = new OfFolder(folder.id());
        if (observed.get(key).orElse(null) instanceof FolderObject is
                && last.get(key) instanceof FolderObject was
                && !is.equals(was)
                && desired.get(key).filter(wanted -> !wanted.equals(is)).isPresent()) {
            moved(folder, is.path(), Law.PUT_BACK);
        }
    }

    private void moved(Folder folder, String to, Law law) {
        add(
                What.MOVED,
                folder,
                new Place(Optional.of(folder.id()), to, Optional.of(folder.path())),
                law);
    }

    private void unclosed(Folder folder) {
        OfRules key = new OfRules(folder.id());
        Optional<CloudObject> wanted = desired.get(key);
        Optional<CloudObject> is = observed.get(key);
        if (wanted.isPresent()
                && last.get(key) instanceof RulesObject was
                && !is.equals(Optional.of(was))
                && !is.equals(wanted)
                && !(observed.get(new OfFolder(folder.id())).orElse(null)
                        instanceof DeletedFolderObject)) {
            found.add(
                    of(
                            What.UNCLOSED,
                            folder,
                            key,
                            Place.of(folder.id(), folder.path()),
                            Law.PUT_BACK));
        }
    }

    private void add(What what, Folder folder, Place place, Law law) {
        found.add(of(what, folder, new OfFolder(folder.id()), place, law));
    }

    private Found of(What what, Folder folder, CloudKey key, Place place, Law law) {
        return new Found(
                cloud,
                folder.unit(),
                what,
                key.toString(),
                place,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                law);
    }
}
