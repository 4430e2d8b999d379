package org.freihafen.byhand;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.DeletedFolderObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.WorkspaceNames;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.State;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.PathRule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What people did with folders of ours in a cloud since it was last looked at: a folder belongs to
 * its unit, and so does its name. One that was taken out of its workspace, or got a name that is
 * not allowed or another's, is not followed and so is brought back.
 */
final class HandMoves {
    private final WorkspaceNames names;
    private final State<CloudKey, CloudObject> observed;
    private final Map<FolderId, CloudObject> noted = new HashMap<>();

    HandMoves(
            WorkspaceNames names, Collection<Known> known, State<CloudKey, CloudObject> observed) {
        this.names = names;
        this.observed = observed;
        for (Known row : known) {
            if (row.key() instanceof OfFolder(FolderId folder)) {
                row.seen().ifPresent(object -> noted.put(folder, object));
            }
        }
    }

    /** Those folders that are no longer as given, in an order in which no path is there twice. */
    List<Folder> in(List<Folder> folders) {
        Set<Place> taken = new HashSet<>();
        List<Folder> waiting = new ArrayList<>();
        List<Folder> followed = new ArrayList<>();
        Map<FolderId, Folder> before = new HashMap<>();
        for (Folder folder : folders) {
            before.put(folder.id(), folder);
            taken.add(Place.of(folder));
            Folder now = now(folder);
            if (!now.path().equals(folder.path())) {
                waiting.add(now);
            } else if (!now.equals(folder)) {
                followed.add(now);
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Folder folder : List.copyOf(waiting)) {
                Place old = Place.of(before.getOrDefault(folder.id(), folder));
                if (old.equals(Place.of(folder)) || taken.add(Place.of(folder))) {
                    taken.remove(old);
                    taken.add(Place.of(folder));
                    followed.add(folder);
                    waiting.remove(folder);
                    more = true;
                }
            }
        }
        return followed;
    }

    private Folder now(Folder folder) {
        CloudObject seen = observed.get(new OfFolder(folder.id())).orElse(null);
        CloudObject last = noted.get(folder.id());
        if (seen instanceof DeletedFolderObject) {
            return last instanceof FolderObject ? folder.deleted(true) : folder;
        }
        if (!(seen instanceof FolderObject(UnitId unit, String path))) {
            return folder;
        }
        Folder there = folder.deleted(false);
        boolean moved = !(last instanceof FolderObject lay) || !lay.path().equals(path);
        if (!moved || path.startsWith("/") || path.equals(names.path(unit, folder.path()))) {
            return there;
        }
        String plain = PathRule.normal(names.plain(unit, path));
        return PathRule.check(plain).isEmpty() ? there.at(plain) : there;
    }

    private record Place(UnitId unit, String folded) {
        private static Place of(Folder folder) {
            return new Place(folder.unit(), folder.path().toLowerCase(Locale.ROOT));
        }
    }
}
