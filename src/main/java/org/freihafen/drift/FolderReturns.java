package org.freihafen.drift;

import org.freihafen.access.Actor;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.FolderId;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How folders that people moved or deleted come back, and which of them are gone. */
final class FolderReturns {
    private final Workspaces workspaces;
    private final Drifts drifts;
    private final Trail trail;

    FolderReturns(Workspaces workspaces, Drifts drifts, Trail trail) {
        this.workspaces = workspaces;
        this.drifts = drifts;
        this.trail = trail;
    }

    /** Why it cannot be moved back; empty if it was. */
    Optional<Refusal> moveBack(Drift drift) {
        Found found = drift.found();
        Optional<Folder> folder = known(found);
        if (folder.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, found.place().path()));
        }
        MoveBack back =
                new MoveBack(
                        folder.get(),
                        drift,
                        workspaces.folders(found.unit()),
                        drifts.in(Set.of(found.unit())));
        if (folder.get().path().equals(back.to())) {
            return Optional.empty();
        }
        if (!folder.get().path().equals(found.place().path())) {
            return Optional.of(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        Optional<String> taken = back.taken();
        if (taken.isEmpty()) {
            back.along().forEach(drifts::save);
            back.moved().forEach(workspaces::save);
        }
        return taken.map(path -> Refusal.by(Rule.FOLDER_EXISTS, path));
    }

    /** Has a deleted one made again, and nothing in it. */
    void makeAgain(Actor actor, Found found) {
        known(found)
                .filter(Folder::deleted)
                .ifPresent(folder -> {
                    workspaces.save(folder.deleted(false));
                    trail.append(
                            AuditEntry.of(
                                    actor, "folder.created", found.unit(), folder.id().value()));
                });
    }

    /** The deleted folder and those that went with it. */
    Set<FolderId> gone(Found found) {
        String path = known(found).map(Folder::path).orElse(found.place().path());
        return Stream.concat(
                        found.place().folder().stream(),
                        workspaces.folders(found.unit()).stream()
                                .filter(folder -> folder.deleted() && folder.liesIn(path))
                                .map(Folder::id))
                .collect(Collectors.toSet());
    }

    private Optional<Folder> known(Found found) {
        return found.place().folder().flatMap(workspaces::folder);
    }
}
