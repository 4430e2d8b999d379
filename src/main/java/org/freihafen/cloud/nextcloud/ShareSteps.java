package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.nextcloud.FolderSteps.Place;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.Optional;

/**
 * Shares folders with groups, changes that and ends it. Whatever the cloud answers is compared with
 * what was wanted: it answers a share that was there already unchanged, and perhaps one of another
 * folder that meanwhile has the name.
 */
final class ShareSteps {
    private final Session session;
    private final Shares shares;
    private final FolderSteps folders;
    private final Groups groups;
    private final Ledger ledger;

    ShareSteps(Session session, Shares shares, FolderSteps folders, Groups groups, Ledger ledger) {
        this.session = session;
        this.shares = shares;
        this.folders = folders;
        this.groups = groups;
        this.ledger = ledger;
    }

    void reach(OfShare key, ShareObject desired) throws TargetUnavailable, CloudSaidNo {
        Optional<Known> known = ledger.get(key);
        if (known.isPresent() && known.get().id().isPresent()) {
            try {
                Share changed = shares.change(known.get().id().get(), desired);
                settle(key, known.get().unit(), changed, desired);
                return;
            } catch (CloudSaidNo e) {
                if (e.code() != 404) {
                    throw e;
                }
                ledger.forget(key);
            }
        }
        give(key, desired);
    }

    void end(OfShare key) throws TargetUnavailable, CloudSaidNo {
        Optional<String> id = ledger.get(key).flatMap(Known::id);
        if (id.isPresent()) {
            shares.end(id.get());
            ledger.forget(key);
        }
    }

    /** Ends a share that nobody knows, unless a change before this one made it known. */
    void endStray(String id) throws TargetUnavailable, CloudSaidNo {
        if (ledger.all().stream()
                .noneMatch(known ->
                        known.key() instanceof OfShare && known.id().equals(Optional.of(id)))) {
            shares.end(id);
        }
    }

    private void give(OfShare key, ShareObject desired) throws TargetUnavailable, CloudSaidNo {
        OfFolder folder = new OfFolder(key.folder());
        Optional<Place> place = folders.place(folder);
        if (place.isEmpty()) {
            throw new TargetUnavailable(
                    "The share waits for its folder in the cloud "
                            + session.cloud().name()
                            + ", which could not be made.");
        }
        UnitId unit = ledger.get(folder).orElseThrow().unit();
        Share share = give(key, place.get(), desired, unit);
        if (!share.owner().equals(session.cloud().login())) {
            throw new CloudSaidNo(
                    409,
                    session.the()
                            + " has this folder shared with the same group by another account,"
                            + " which is not touched; end that share there.");
        }
        if (!share.terms().equals(desired)) {
            share = shares.change(share.id(), desired);
        }
        settle(key, unit, share, desired);
    }

    private Share give(OfShare key, Place place, ShareObject desired, UnitId unit)
            throws TargetUnavailable, CloudSaidNo {
        try {
            Share share =
                    shares.make(place.path(), groups.gid(key.to()), desired, folders.cookies(unit));
            if (share.fileId().equals(place.fileId())) {
                return share;
            }
            Place now = folders.recover(place);
            if (now.path().equals(place.path())) {
                return share;
            }
            shares.end(share.id());
            return shares.make(now.path(), groups.gid(key.to()), desired, Cookies.NONE);
        } catch (CloudSaidNo e) {
            if (e.code() != 404) {
                throw e;
            }
            String gid = groups.learn(key.to());
            Place now = folders.recover(place);
            return shares.make(now.path(), gid, desired, Cookies.NONE);
        }
    }

    private void settle(OfShare key, UnitId unit, Share share, ShareObject desired)
            throws CloudSaidNo {
        ledger.put(Known.of(key, unit, share.id(), share.terms()));
        if (!share.terms().equals(desired)) {
            throw new CloudSaidNo(
                    409,
                    session.the()
                            + " keeps other rights or another end for a share than it was told;"
                            + " look at its sharing settings (expiry, permissions).");
        }
    }
}
