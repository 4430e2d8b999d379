package org.freihafen.drift;

import org.freihafen.workspaces.Folder;

import java.util.List;
import java.util.Optional;

/**
 * A folder goes back to where it lay before somebody moved it by hand, with all that lies in it.
 *
 * @param folder where it lies now
 * @param from its path before
 * @param all the folders of its workspace
 */
record MoveBack(Folder folder, String from, List<Folder> all) {
    /** It and those in it, as they are to be. */
    List<Folder> moved() {
        return all.stream()
                .filter(each -> each.id().equals(folder.id()) || each.liesIn(folder.path()))
                .map(each -> each.at(from + each.path().substring(folder.path().length())))
                .toList();
    }

    /** A path at which another folder lies now, if one does. */
    Optional<String> taken() {
        return moved().stream()
                .filter(moved ->
                        all.stream()
                                .anyMatch(other ->
                                        !other.id().equals(moved.id())
                                                && other.path().equalsIgnoreCase(moved.path())))
                .map(Folder::path)
                .findFirst();
    }
}
