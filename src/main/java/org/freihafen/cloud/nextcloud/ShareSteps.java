package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.Lock;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.Recipient;
import org.freihafen.cloud.nextcloud.FolderSteps.Place;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.cloud.nextcloud.Shares.Sort;
import org.freihafen.cloud.nextcloud.Shares.Whom;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.ShownAnew;

import java.util.Optional;
import java.util.Set;

/**
 * Shares folders, changes that and ends it. Whatever the cloud answers is compared with what was
 * wanted: it answers a share that was there already unchanged, and perhaps one of another folder
 * that meanwhile has the name.
 */
final class ShareSteps {
    private final Session session;
    private final Set<String> logins;
    private final Shares shares;
    private final FolderSteps folders;
    private final Groups groups;
    private final Keys keys;
    private final ShownAnew shownAnew;
    private final Hidings hidings;
    private final Ledger ledger;

    /**
     * @param logins of all service accounts
     */
    ShareSteps(
            Session session,
            Set<String> logins,
            Shares shares,
            FolderSteps folders,
            Groups groups,
            Keys keys,
            ShownAnew shownAnew,
            Hidings hidings,
            Ledger ledger) {
        this.session = session;
        this.logins = Set.copyOf(logins);
        this.shares = shares;
        this.folders = folders;
        this.groups = groups;
        this.keys = keys;
        this.shownAnew = shownAnew;
        this.hidings = hidings;
        this.ledger = ledger;
    }

    void reach(OfShare key, ShareObject desired) throws TargetUnavailable, CloudSaidNo {
        if (desired.anew().isPresent()) {
            end(key);
        }
        Optional<Known> known = ledger.get(key);
        if (known.isPresent() && known.get().id().isPresent()) {
            try {
                Share changed = change(key, known.get().id().get(), known.get().seen(), desired);
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
            if (!carriesAnother(id.get(), key)) {
                shares.end(id.get());
            }
            ledger.forget(key);
        }
    }

    /** Ends what somebody shared in person: the service account may, in its own Team folders. */
    void endPersonal(OfPersonalShare key) throws TargetUnavailable, CloudSaidNo {
        shares.end(key.id());
        ledger.forget(key);
    }

    /** Ends a share that nobody knows, unless a change before this one made it known. */
    void endStray(String id) throws TargetUnavailable, CloudSaidNo {
        if (ledger.all().stream()
                .noneMatch(known ->
                        known.key() instanceof OfShare && known.id().equals(Optional.of(id)))) {
            shares.end(id);
        }
    }

    private boolean carriesAnother(String id, OfShare than) {
        return ledger.all().stream()
                .anyMatch(known ->
                        known.key() instanceof OfShare other
                                && !other.equals(than)
                                && known.id().equals(Optional.of(id)));
    }

    private void give(OfShare key, ShareObject desired) throws TargetUnavailable, CloudSaidNo {
        Optional<Place> place = folders.place(key.of());
        if (place.isEmpty()) {
            throw TargetUnavailable.forNow(Saying.of("cloud.share-waits", session.cloud().name()));
        }
        UnitId unit = ledger.get(key.of()).orElseThrow().unit();
        Share share = give(key, place.get(), desired, unit);
        if (isOfAnotherAccount(share)) {
            shares.end(share.id());
            share = give(key, place.get(), desired, unit);
        }
        if (!share.owner().equals(session.cloud().login())) {
            throw new CloudSaidNo(
                    409, Saying.of("cloud.shared-by-another", session.cloud().name()));
        }
        if (!share.terms().meets(desired)) {
            share = change(key, share.id(), Optional.of(share.terms()), desired);
        }
        settle(key, unit, share, desired);
    }

    private Share give(OfShare key, Place place, ShareObject desired, UnitId unit)
            throws TargetUnavailable, CloudSaidNo {
        try {
            Share share = make(key, place.path(), desired, folders.cookies(unit));
            if (place.fileId().isEmpty() || share.fileId().equals(place.fileId())) {
                return share;
            }
            Place now = folders.recover(place);
            if (now.path().equals(place.path())) {
                return share;
            }
            shares.end(share.id());
            return make(key, now.path(), desired, Cookies.NONE);
        } catch (CloudSaidNo e) {
            if (e.code() != 404) {
                throw e;
            }
            if (key.to() instanceof Recipient.Members(GroupId group)) {
                groups.learn(group);
            }
            Place now = place.fileId().isEmpty() ? place : folders.recover(place);
            return make(key, now.path(), desired, Cookies.NONE);
        }
    }

    private Share make(OfShare key, String path, ShareObject desired, Cookies cookies)
            throws TargetUnavailable, CloudSaidNo {
        Whom whom = whom(key.to());
        if (key.to() instanceof Recipient.Members || key.to() instanceof Recipient.Somebody) {
            return shares.make(path, whom, desired, Optional.empty(), cookies);
        }
        Optional<Share> there = shares.find(path, whom);
        if (there.isEmpty()) {
            Optional<LinkPassword> password = keys.first(key.to(), desired.lock());
            Share made = outward(path, whom, desired, password, cookies);
            keys.handedOver(key.to(), password);
            return made;
        }
        Share found = there.get();
        return found.whom().equals(whom) && desired.lock() == Lock.OPEN
                ? found
                : change(key, found.id(), Optional.of(found.terms()), desired);
    }

    /** The cloud refuses in the same words whatever is wrong with the other cloud. */
    private Share outward(
            String path,
            Whom whom,
            ShareObject desired,
            Optional<LinkPassword> password,
            Cookies cookies)
            throws TargetUnavailable, CloudSaidNo {
        try {
            return shares.make(path, whom, desired, password, cookies);
        } catch (CloudSaidNo e) {
            if (e.code() == 403 && makesRoom(path, whom)) {
                return shares.make(path, whom, desired, password, cookies);
            }
            if (whom.sort() != Sort.REMOTE || e.code() != 403) {
                throw e;
            }
            throw new CloudSaidNo(
                    e.code(),
                    Saying.of("cloud.remote-refused", session.cloud().name(), whom.with()));
        }
    }

    /** One that was given before the branch got another account. */
    private boolean isOfAnotherAccount(Share share) {
        return !share.owner().equals(session.cloud().login()) && logins.contains(share.owner());
    }

    /**
     * To the same address nothing is shared twice: the older share of another of ours ends. Of
     * links there may be many, so only the same grant's.
     */
    private boolean makesRoom(String path, Whom whom) throws TargetUnavailable, CloudSaidNo {
        Optional<Share> older =
                shares.of(path).stream()
                        .filter(this::isOfAnotherAccount)
                        .filter(share -> share.whom().sort() == whom.sort())
                        .filter(share -> share.whom().with().equals(whom.with()))
                        .filter(share ->
                                whom.sort() != Sort.LINK || share.whom().mark().equals(whom.mark()))
                        .findFirst();
        if (older.isPresent()) {
            shares.end(older.get().id());
        }
        return older.isPresent();
    }

    private Share change(OfShare key, String id, Optional<CloudObject> seen, ShareObject desired)
            throws TargetUnavailable, CloudSaidNo {
        Optional<LinkPassword> password = keys.next(key.to(), seen, desired.lock());
        Share changed = shares.change(id, whom(key.to()), desired, password);
        keys.handedOver(key.to(), password);
        return changed;
    }

    private Whom whom(Recipient to) throws TargetUnavailable, CloudSaidNo {
        return switch (to) {
            case Recipient.Members(GroupId group) ->
                    new Whom(Sort.GROUP, groups.gid(group), Optional.empty());
            case Recipient.Somebody(PersonId person) ->
                    new Whom(Sort.PERSON, person.toString(), Optional.empty());
            case Recipient.Link(GrantId grant) -> new Whom(Sort.LINK, "", Optional.of(grant));
            case Recipient.Mail(GrantId grant, String address) ->
                    new Whom(Sort.MAIL, address, Optional.of(grant));
            case Recipient.Remote(String account) ->
                    new Whom(Sort.REMOTE, account, Optional.empty());
        };
    }

    private void settle(OfShare key, UnitId unit, Share share, ShareObject desired)
            throws CloudSaidNo {
        ledger.put(Known.of(key, unit, share.id(), share.terms()));
        if (key.to() instanceof Recipient.Link(GrantId grant)) {
            share.address().ifPresent(address -> ledger.putLink(grant, address));
        }
        if (!share.terms().meets(desired)) {
            throw new CloudSaidNo(409, Saying.of("cloud.other-terms", session.cloud().name()));
        }
        hidings.shared(key, share);
        desired.anew().ifPresent(shownAnew::done);
    }
}
