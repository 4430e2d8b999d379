package org.freihafen.closing;

import org.freihafen.closing.Gap.Place;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which grants let others into a folder although it is closed. A group on the whole workspace heeds
 * closed folders; what is shared out of it is seen as the cloud's service account sees it, and that
 * sees everything.
 */
public final class GapRule {
    private GapRule() {}

    /**
     * The grants of the folder, in it and around it, the nearest first.
     *
     * @param insiders for whom it stays open: what is granted to them is no gap
     * @param folders those of the unit; also those deleted in the cloud, which may come back
     * @param grants those of the unit that hold or will
     * @param staying those that are to stay
     */
    public static List<Gap> gaps(
            Folder closed,
            GroupId insiders,
            List<Folder> folders,
            List<Grant> grants,
            Set<GrantId> staying) {
        List<Gap> gaps = new ArrayList<>();
        for (Grant grant : grants) {
            if (!grant.to().equals(new Grantee.ToGroup(insiders)) && !heeds(grant)) {
                place(grant.folder(), closed, folders)
                        .ifPresent(place ->
                                gaps.add(new Gap(grant, place, staying.contains(grant.id()))));
            }
        }
        gaps.sort(
                Comparator.comparing(Gap::place).thenComparing(gap -> gap.grant().id().toString()));
        return gaps;
    }

    private static boolean heeds(Grant grant) {
        return grant.folder().folder().isEmpty() && grant.to().kind() == Grantee.Kind.UNIT;
    }

    /** Where something lies, seen from the folder; empty for beside it. */
    static Optional<Place> place(FolderRef granted, Folder closed, List<Folder> folders) {
        if (!granted.workspace().equals(closed.unit())) {
            return Optional.empty();
        }
        Optional<FolderId> folder = granted.folder();
        if (folder.isEmpty()) {
            return Optional.of(Place.AROUND);
        }
        if (folder.get().equals(closed.id())) {
            return Optional.of(Place.ON);
        }
        return folders.stream()
                .filter(each -> each.id().equals(folder.get()))
                .findFirst()
                .flatMap(each -> place(each.path(), closed.path()));
    }

    private static Optional<Place> place(String path, String closed) {
        if (path.startsWith(closed + "/")) {
            return Optional.of(Place.INSIDE);
        }
        return closed.startsWith(path + "/") ? Optional.of(Place.AROUND) : Optional.empty();
    }
}
