package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudKey.Shared;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.nextcloud.Dav.Done;
import org.freihafen.cloud.nextcloud.Dav.Made;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes folders and moves them to where they should be. A folder is known by its file id, so that
 * one which people renamed or moved is found again and never made a second time; one that they
 * deleted is made again only when that was asked for.
 */
final class FolderSteps {
    private final Session session;
    private final Dav dav;
    private final Ledger ledger;
    private final Set<UnitId> unvisited;

    FolderSteps(Session session, Dav dav, Ledger ledger, Set<UnitId> unvisited) {
        this.session = session;
        this.dav = dav;
        this.ledger = ledger;
        this.unvisited = unvisited;
    }

    /**
     * A folder as it is now.
     *
     * @param fileId empty for a whole workspace, which people cannot move
     * @param path as the service account sees it
     */
    record Place(String fileId, String path) {}

    void reach(OfFolder key, FolderObject desired) throws TargetUnavailable, CloudSaidNo {
        Optional<Known> known = ledger.get(key);
        if (known.isPresent() && known.get().seen().orElse(null) instanceof FolderObject seen) {
            if (!seen.path().equals(desired.path())) {
                move(key, known.get().id().orElse(""), seen, desired);
            }
        } else {
            make(key, desired);
        }
    }

    /** Where a workspace or folder of ours is, as far as is known. */
    Optional<Place> place(Shared key) throws TargetUnavailable {
        Optional<Known> known = ledger.get(key);
        if (known.isPresent()
                && known.get().seen().orElse(null) instanceof WorkspaceObject workspace) {
            return Optional.of(new Place("", "/" + workspace.name()));
        }
        if (known.isPresent()
                && known.get().seen().orElse(null) instanceof FolderObject seen
                && known.get().id().isPresent()) {
            return Optional.of(
                    new Place(known.get().id().get(), path(seen.workspace(), seen.path())));
        }
        return Optional.empty();
    }

    /**
     * Looks for a folder that is not where it was. What people called it is noted by the next full
     * run, not here.
     *
     * @param place where it was thought to be
     */
    Place recover(Place place) throws TargetUnavailable, CloudSaidNo {
        Optional<String> found = dav.find(place.fileId());
        if (found.isPresent()) {
            return new Place(place.fileId(), found.get());
        }
        throw new CloudSaidNo(
                410, Saying.of("cloud.folder-gone", place.path(), session.cloud().name()));
    }

    Cookies cookies(UnitId unit) {
        return unvisited.remove(unit) ? Cookies.NONE : Cookies.KEPT;
    }

    private void make(OfFolder key, FolderObject desired) throws TargetUnavailable, CloudSaidNo {
        UnitId unit = desired.workspace();
        String path = path(unit, desired.path());
        Made made = dav.make(path, cookies(unit));
        if (made.done() == Done.MISSING) {
            made = makeAbove(unit, desired.path());
        }
        Optional<String> fileId = made.fileId().isPresent() ? made.fileId() : dav.fileId(path);
        if (fileId.isEmpty()) {
            throw new CloudSaidNo(
                    409,
                    Saying.of(
                            "cloud.not-let-in",
                            session.cloud().name(),
                            session.cloud().login(),
                            path,
                            session.cloud().serviceGroup()));
        }
        ledger.put(Known.of(key, unit, fileId.get(), desired));
    }

    /** Level by level, and without cookies, as the kept session may not know the workspace. */
    private Made makeAbove(UnitId unit, String path) throws TargetUnavailable, CloudSaidNo {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            dav.make(path(unit, path.substring(0, slash)), Cookies.NONE);
        }
        return dav.make(path(unit, path), Cookies.NONE);
    }

    private void move(OfFolder key, String fileId, FolderObject from, FolderObject to)
            throws TargetUnavailable, CloudSaidNo {
        UnitId unit = to.workspace();
        String target = path(unit, to.path());
        Done done = dav.move(path(unit, from.path()), target, cookies(unit));
        if (done == Done.MISSING) {
            Place now = recover(new Place(fileId, path(unit, from.path())));
            if (!now.path().equals(target)) {
                int slash = to.path().lastIndexOf('/');
                if (slash > 0) {
                    makeAbove(unit, to.path().substring(0, slash));
                }
                done = dav.move(now.path(), target, Cookies.NONE);
            } else {
                done = Done.DONE;
            }
        }
        if (done != Done.DONE) {
            throw new CloudSaidNo(
                    412, Saying.of("cloud.name-taken", session.cloud().name(), target));
        }
        carry(unit, from.path() + "/", to.path() + "/");
        String id = ledger.get(key).flatMap(Known::id).orElse(fileId);
        ledger.put(Known.of(key, unit, id, to));
    }

    /** What lay in a folder has moved with it. */
    private void carry(UnitId unit, String from, String to) {
        for (Known known : List.copyOf(ledger.all())) {
            if (known.unit().equals(unit)
                    && known.seen().orElse(null) instanceof FolderObject inside
                    && inside.path().startsWith(from)) {
                String path = to + inside.path().substring(from.length());
                ledger.put(
                        Known.of(
                                known.key(),
                                unit,
                                known.id().orElse(""),
                                new FolderObject(unit, path)));
            }
        }
    }

    private String path(UnitId unit, String path) throws TargetUnavailable {
        return path.startsWith("/") ? path : "/" + mount(unit) + "/" + path;
    }

    private String mount(UnitId unit) throws TargetUnavailable {
        if (ledger.get(new OfWorkspace(unit)).flatMap(Known::seen).orElse(null)
                instanceof WorkspaceObject workspace) {
            return workspace.name();
        }
        throw TargetUnavailable.forNow(Saying.of("cloud.folder-waits", session.cloud().name()));
    }
}
