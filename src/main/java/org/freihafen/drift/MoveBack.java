package org.freihafen.drift;

import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.What;
import org.freihafen.ids.FolderId;
import org.freihafen.workspaces.Folder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder goes back to where it lay before somebody moved it by hand, with all that lies in it. If
 * the folder in which it lay moved too, it goes back into that one: when that one is brought back,
 * it comes along.
 *
 * @param folder where it lies now
 * @param drift its move
 * @param all the folders of its workspace
 * @param others what else was found there
 */
record MoveBack(Folder folder, Drift drift, List<Folder> all, List<Drift> others) {
    /** Where it goes. */
    String to() {
        String from = from(drift);
        return moves().filter(move -> !move.since().isBefore(drift.since()))
                .filter(move -> folder.at(from).liesIn(from(move)) && free(from(move)))
                .max(Comparator.comparingInt(move -> from(move).length()))
                .flatMap(move ->
                        of(move).map(above -> above.path() + from.substring(from(move).length())))
                .orElse(from);
    }

    private static String from(Drift move) {
        return move.found().place().from().orElseThrow();
    }

    private boolean free(String path) {
        return all.stream().noneMatch(known -> known.path().equalsIgnoreCase(path));
    }

    private Stream<Drift> moves() {
        return others.stream()
                .filter(other ->
                        other.found().what() == What.MOVED
                                && other.found().law() == Law.FOLLOWED
                                && !other.id().equals(drift.id()));
    }

    private Optional<Folder> of(Drift move) {
        Optional<FolderId> moved = move.found().place().folder();
        return all.stream().filter(known -> moved.equals(Optional.of(known.id()))).findFirst();
    }

    /** It and those in it, as they are to be. */
    List<Folder> moved() {
        return all.stream().filter(this::goes).map(each -> each.at(after(each.path()))).toList();
    }

    private boolean goes(Folder each) {
        return each.id().equals(folder.id()) || each.liesIn(folder.path());
    }

    private String after(String path) {
        return to() + path.substring(folder.path().length());
    }

    /** Moves of folders in it that nobody has decided, by where those lie afterwards. */
    List<Drift> along() {
        return moves().filter(Drift::open)
                .filter(move -> {
                    String path = move.found().place().path();
                    return of(move).filter(each -> goes(each) && each.path().equals(path))
                            .isPresent();
                })
                .map(move -> move.lyingAt(after(move.found().place().path())))
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
