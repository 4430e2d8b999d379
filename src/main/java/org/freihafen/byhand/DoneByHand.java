package org.freihafen.byhand;

import org.freihafen.byhand.PersonalShares.Judged;
import org.freihafen.cloud.CloudDesign;
import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.DeletedFolderObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.HandWork;
import org.freihafen.drift.Drifts.Pending;
import org.freihafen.drift.Found;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.What;
import org.freihafen.granting.TakingOverShares.PersonalShare;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.State;
import org.freihafen.workspaces.Folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people did by hand in one cloud; handed over only when the run goes on to write. */
final class DoneByHand implements HandWork {
    private final String cloud;
    private final CloudIds ids;
    private final HandOver onward;
    private volatile List<Known> known = List.of();
    private volatile List<Folder> moved = List.of();
    private volatile List<Judged> judged = List.of();
    private volatile List<Found> found = List.of();

    /** Objects that are as they are to be, whoever did that and whether or not it was written. */
    private volatile Set<String> over = Set.of();

    /** Objects of which it is to be written down when they are as they are to be. */
    private volatile Set<String> awaited = Set.of();

    /** Personal shares of which their people were told what became of them. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Those of which the last full run made nothing. */
    private final Set<String> staying = ConcurrentHashMap.newKeySet();

    DoneByHand(String cloud, CloudIds ids, HandOver onward) {
        this.cloud = cloud;
        this.ids = ids;
        this.onward = onward;
    }

    @Override
    public State<CloudKey, CloudObject> leaving(
            State<CloudKey, CloudObject> observed,
            CloudInputs now,
            State<CloudKey, CloudObject> decided) {
        forget();
        staying.clear();
        awaited = pending(now);
        Map<CloudKey, CloudObject> all = left(observed, now);
        decided.forEach(all::put);
        return State.of(all);
    }

    private void forget() {
        moved = List.of();
        judged = List.of();
        found = List.of();
        over = Set.of();
    }

    @Override
    public CloudInputs followed(CloudInputs now, State<CloudKey, CloudObject> observed) {
        forget();
        staying.clear();
        known = ids.all(cloud);
        moved =
                new HandMoves(new CloudDesign(cloud, now).names(), known, observed)
                        .in(now.folders());
        return now.with(moved);
    }

    @Override
    public State<CloudKey, CloudObject> desired(
            CloudInputs now, CloudInputs followed, State<CloudKey, CloudObject> observed) {
        CloudDesign design = new CloudDesign(cloud, followed);
        PersonalShares shares = new PersonalShares(cloud, followed, design.names(), known);
        judged = shares.in(observed);
        Map<CloudKey, CloudObject> all = left(observed, followed);
        all.keySet()
                .retainAll(
                        judged.stream()
                                .filter(Judged.Left.class::isInstance)
                                .map(Judged::key)
                                .toList());
        design.desired().forEach(all::put);
        State<CloudKey, CloudObject> desired = State.of(all);
        found = found(now, followed, observed, desired, shares);
        over =
                Stream.concat(
                                over(now, observed).map(CloudKey::toString),
                                back(followed, observed, desired))
                        .collect(Collectors.toSet());
        awaited =
                Stream.concat(pending(followed).stream(), found.stream().map(Found::object))
                        .collect(Collectors.toSet());
        return desired;
    }

    private List<Found> found(
            CloudInputs now,
            CloudInputs followed,
            State<CloudKey, CloudObject> observed,
            State<CloudKey, CloudObject> desired,
            PersonalShares shares) {
        List<Found> all =
                new ArrayList<>(
                        new AccessByHand(cloud, followed, known, observed, desired).found());
        all.addAll(new FoldersByHand(cloud, known, observed, desired).found(now.folders(), moved));
        Map<CloudKey, CloudObject> seen = new HashMap<>();
        known.forEach(row -> row.seen().ifPresent(object -> seen.put(row.key(), object)));
        judged.stream()
                .filter(each ->
                        !(each instanceof Judged.Left)
                                || !each.object().equals(seen.get(each.key())))
                .map(shares::found)
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** What was left to a word and is over without one: ended, or back, by those who did it. */
    private Stream<CloudKey> over(CloudInputs now, State<CloudKey, CloudObject> observed) {
        Set<FolderId> deleted = new HashSet<>();
        now.folders().stream().filter(Folder::deleted).map(Folder::id).forEach(deleted::add);
        return Stream.concat(
                moved.stream()
                        .filter(folder -> !folder.deleted())
                        .map(Folder::id)
                        .filter(deleted::contains)
                        .map(OfFolder::new),
                known.stream()
                        .map(Known::key)
                        .filter(OfPersonalShare.class::isInstance)
                        .filter(key -> observed.get(key).isEmpty()));
    }

    /** What was waited for and is so: the run that did it may have died before it said so. */
    private Stream<String> back(
            CloudInputs now,
            State<CloudKey, CloudObject> observed,
            State<CloudKey, CloudObject> desired) {
        Set<String> open = new HashSet<>();
        observed.forEach((key, is) -> {
            if (desired.get(key).isEmpty() && !(is instanceof DeletedFolderObject)) {
                open.add(key.toString());
            }
        });
        desired.forEach((key, wanted) -> {
            if (!observed.get(key).equals(Optional.of(wanted))) {
                open.add(key.toString());
            }
        });
        return pending(now).stream().filter(object -> !open.contains(object));
    }

    /** What people share in person stays as it is until it is taken over, or somebody ends it. */
    private Map<CloudKey, CloudObject> left(
            State<CloudKey, CloudObject> observed, CloudInputs now) {
        Set<String> ordered = now.ordered(cloud);
        Map<CloudKey, CloudObject> left = new HashMap<>();
        observed.forEach((key, object) -> {
            if (key instanceof OfPersonalShare && !ordered.contains(key.toString())) {
                left.put(key, object);
            }
        });
        return left;
    }

    private Set<String> pending(CloudInputs now) {
        return now.pending().stream()
                .filter(each -> each.cloud().equals(cloud))
                .map(Pending::object)
                .collect(Collectors.toSet());
    }

    @Override
    public void handOver(RunId run) {
        note(found.stream().filter(each -> each.what() != What.SHARED).toList(), run);
        over.forEach(object -> onward.done(cloud, object));
        onward.follow(moved);
        Map<String, FolderId> learned = new HashMap<>();
        judged.forEach(share -> tell(share, learned));
        note(
                found.stream()
                        .filter(each -> each.what() == What.SHARED)
                        .map(each -> staying.contains(each.object()) ? each.under(Law.LEFT) : each)
                        .toList(),
                run);
        forget();
    }

    private void note(List<Found> some, RunId run) {
        if (!some.isEmpty()) {
            onward.found(some, run);
        }
    }

    @Override
    public boolean stays(CloudKey key) {
        return staying.contains(key.toString());
    }

    private void tell(Judged share, Map<String, FolderId> learned) {
        String id = share.key().id();
        switch (share) {
            case Judged.Taken(var key, var object, var taken) when !told.contains(id) -> {
                if (takenOver(object, taken, learned)) {
                    told.add(id);
                } else {
                    staying.add(key.toString());
                }
            }
            case Judged.Ended(_, var object, String why) when !told.contains(id) -> {
                onward.ended(
                        object.workspace(), PersonalShares.person(object.by()), object.path(), why);
                told.add(id);
            }
            case Judged.Taken _, Judged.Ended _, Judged.Left _ -> {}
        }
    }

    private boolean takenOver(
            PersonalShareObject object, PersonalShare share, Map<String, FolderId> learned) {
        PersonalShare known =
                Optional.ofNullable(learned.get(object.fileId())).map(share::of).orElse(share);
        Optional<Folder> folder = onward.takeOver(known);
        if (folder.isEmpty() || known.folder().isPresent()) {
            return folder.isPresent();
        }
        boolean another =
                ids.of(cloud, List.of(new OfFolder(folder.get().id()))).stream()
                        .anyMatch(row -> !row.id().equals(Optional.of(object.fileId())));
        if (!another) {
            ids.put(cloud, known(folder.get(), object));
            learned.put(object.fileId(), folder.get().id());
        }
        return !another;
    }

    private static Known known(Folder folder, PersonalShareObject shared) {
        return Known.of(
                new OfFolder(folder.id()),
                folder.unit(),
                shared.fileId(),
                new FolderObject(folder.unit(), shared.path()));
    }

    @Override
    public void settled(Change<CloudKey, CloudObject> change, Outcome outcome) {
        String object = change.key().toString();
        boolean madeAgain =
                change instanceof Change.Create<CloudKey, CloudObject>
                        && change.key() instanceof OfFolder;
        if (outcome instanceof Outcome.Applied && (madeAgain || awaited.contains(object))) {
            onward.done(cloud, object);
        }
    }
}
