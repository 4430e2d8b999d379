package org.freihafen.byhand;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfStrayShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.StrayShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.PermissionBits;
import org.freihafen.cloud.Recipient;
import org.freihafen.drift.Found;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Place;
import org.freihafen.drift.Found.Terms;
import org.freihafen.drift.Found.What;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.State;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.workspaces.Folder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * To whom somebody gave access by hand, or from whom it was taken. By hand is what is neither as it
 * was last seen nor as it is to be; what the cloud ended because its day had come is nobody's
 * doing.
 */
final class AccessByHand {
    private final String cloud;
    private final CloudInputs inputs;
    private final State<CloudKey, CloudObject> observed;
    private final State<CloudKey, CloudObject> desired;
    private final Map<CloudKey, Known> known = new HashMap<>();
    private final Map<FolderId, Folder> folders = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    AccessByHand(
            String cloud,
            CloudInputs inputs,
            List<Known> before,
            State<CloudKey, CloudObject> observed,
            State<CloudKey, CloudObject> desired) {
        this.cloud = cloud;
        this.inputs = inputs;
        this.observed = observed;
        this.desired = desired;
        before.stream()
                .filter(row -> row.id().isPresent())
                .forEach(row -> known.put(row.key(), row));
        inputs.folders().forEach(folder -> folders.put(folder.id(), folder));
    }

    List<Found> found() {
        observed.forEach((key, object) -> {
            Optional<CloudObject> last = Optional.ofNullable(known.get(key)).flatMap(Known::seen);
            if (!last.equals(Optional.of(object))) {
                changed(key, last, object);
            }
        });
        known.forEach((key, row) -> {
            if (key instanceof OfShare share
                    && observed.get(key).isEmpty()
                    && row.seen().orElse(null) instanceof ShareObject was
                    && desired.get(key).isPresent()
                    && !over(was.until())) {
                share(What.TAKEN, row.unit(), share, Optional.of(was), Optional.empty());
            }
        });
        return found;
    }

    private void changed(CloudKey key, Optional<CloudObject> last, CloudObject object) {
        if (key instanceof OfWorkspace workspace
                && last.orElse(null) instanceof WorkspaceObject was
                && object instanceof WorkspaceObject is
                && desired.get(key).orElse(null) instanceof WorkspaceObject wanted) {
            groups(workspace, was, is, wanted);
            strangers(workspace, was, is);
            name(workspace, was, is, wanted);
        } else if (key instanceof OfShare share && object instanceof ShareObject is) {
            share(share, last, is);
        } else if (key instanceof OfStrayShare && object instanceof StrayShareObject stray) {
            stray(key, stray);
        }
    }

    private void groups(
            OfWorkspace key, WorkspaceObject was, WorkspaceObject is, WorkspaceObject wanted) {
        Set<GroupId> groups = new TreeSet<>(was.groups().keySet());
        groups.addAll(is.groups().keySet());
        for (GroupId group : groups) {
            Optional<Integer> before = Optional.ofNullable(was.groups().get(group));
            Optional<Integer> now = Optional.ofNullable(is.groups().get(group));
            if (!now.equals(before)
                    && !now.equals(Optional.ofNullable(wanted.groups().get(group)))) {
                add(
                        before.isEmpty() ? What.GIVEN : now.isEmpty() ? What.TAKEN : What.CHANGED,
                        key.unit(),
                        key,
                        Place.WHOLE,
                        Optional.of(new Grantee.ToGroup(group)),
                        "",
                        before.map(AccessByHand::terms),
                        now.map(AccessByHand::terms));
            }
        }
    }

    private void strangers(OfWorkspace key, WorkspaceObject was, WorkspaceObject is) {
        is.strangers()
                .forEach((gid, bits) -> {
                    if (!was.strangers().containsKey(gid)) {
                        add(
                                What.GIVEN,
                                key.unit(),
                                key,
                                Place.WHOLE,
                                Optional.empty(),
                                gid,
                                Optional.empty(),
                                Optional.of(terms(bits)));
                    }
                });
    }

    private void name(
            OfWorkspace key, WorkspaceObject was, WorkspaceObject is, WorkspaceObject wanted) {
        if (!is.name().equals(was.name()) && !is.name().equals(wanted.name())) {
            add(
                    What.RENAMED,
                    key.unit(),
                    key,
                    new Place(Optional.empty(), "", Optional.of(was.name())),
                    Optional.empty(),
                    is.name(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private void share(OfShare key, Optional<CloudObject> last, ShareObject is) {
        Optional<ShareObject> wanted = share(desired.get(key));
        Optional<ShareObject> was = share(last);
        if (wanted.filter(is::meets).isEmpty() && (was.isPresent() || wanted.isEmpty())) {
            What what = was.isPresent() ? What.CHANGED : What.GIVEN;
            owner(key).ifPresent(unit -> share(what, unit, key, was, Optional.of(is)));
        }
    }

    private static Optional<ShareObject> share(Optional<CloudObject> object) {
        return object.filter(ShareObject.class::isInstance).map(ShareObject.class::cast);
    }

    private Optional<UnitId> owner(OfShare key) {
        return switch (key.of()) {
            case OfWorkspace(UnitId unit) -> Optional.of(unit);
            case OfFolder(FolderId folder) ->
                    Optional.ofNullable(folders.get(folder)).map(Folder::unit);
        };
    }

    private void share(
            What what,
            UnitId unit,
            OfShare key,
            Optional<ShareObject> was,
            Optional<ShareObject> is) {
        add(
                what,
                unit,
                key,
                switch (key.of()) {
                    case OfWorkspace _ -> Place.WHOLE;
                    case OfFolder(FolderId folder) -> Place.of(folder, path(folder));
                },
                Optional.of(grantee(key.to())),
                "",
                was.map(AccessByHand::terms),
                is.map(AccessByHand::terms));
    }

    private String path(FolderId folder) {
        return Optional.ofNullable(folders.get(folder)).map(Folder::path).orElse("");
    }

    private Grantee grantee(Recipient to) {
        return switch (to) {
            case Recipient.Members(GroupId group) -> new Grantee.ToGroup(group);
            case Recipient.Somebody(var person) -> new Grantee.ToPerson(person);
            case Recipient.Remote(String account) -> new Grantee.ToFederated(account);
            case Recipient.Link(GrantId grant) -> of(grant, new Grantee.ToLink(false));
            case Recipient.Mail(GrantId grant, String address) ->
                    of(grant, new Grantee.ToMail(address, false));
        };
    }

    private Grantee of(GrantId grant, Grantee otherwise) {
        return inputs.grants().stream()
                .filter(given -> given.id().equals(grant))
                .map(Grant::to)
                .findFirst()
                .orElse(otherwise);
    }

    private void stray(CloudKey key, StrayShareObject stray) {
        add(
                What.GIVEN,
                stray.workspace(),
                key,
                new Place(Optional.empty(), stray.path(), Optional.empty()),
                Optional.empty(),
                stray.to(),
                Optional.empty(),
                Optional.of(terms(stray.permissions())));
    }

    private void add(
            What what,
            UnitId unit,
            CloudKey key,
            Place place,
            Optional<Grantee> to,
            String stranger,
            Optional<Terms> was,
            Optional<Terms> is) {
        found.add(
                new Found(
                        cloud,
                        unit,
                        what,
                        key.toString(),
                        place,
                        to,
                        stranger,
                        Optional.empty(),
                        was,
                        is,
                        Law.PUT_BACK));
    }

    /** A day early, as a cloud may live in another time zone. */
    private boolean over(Optional<LocalDate> until) {
        return until.filter(day -> !day.isAfter(inputs.today().plusDays(1))).isPresent();
    }

    private static Terms terms(int bits) {
        return new Terms(PermissionBits.read(bits), Optional.empty());
    }

    private static Terms terms(ShareObject share) {
        return new Terms(PermissionBits.read(share.permissions()), share.until());
    }
}
