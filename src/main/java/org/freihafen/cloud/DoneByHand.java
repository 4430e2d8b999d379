package org.freihafen.cloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.PersonalShares.Judged;
import org.freihafen.drift.Drifts.Pending;
import org.freihafen.drift.Found;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people did by hand in one cloud, as the last full run saw it: some of it is followed, some
 * left until somebody says a word, and the rest is not desired and so put back. It is handed over
 * only when the run goes on to write.
 */
final class DoneByHand {
    private final String cloud;
    private final CloudIds ids;
    private final HandWork handWork;
    private volatile List<Known> known = List.of();
    private volatile List<Folder> moved = List.of();
    private volatile List<Judged> judged = List.of();
    private volatile List<Found> found = List.of();

    /** What was left to a word and is over without one: ended, or back, by those who did it. */
    private volatile List<CloudKey> over = List.of();

    /** Objects of which it is to be written down when they are as they are to be. */
    private volatile Set<String> awaited = Set.of();

    /** Personal shares of which their people were told what became of them. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    DoneByHand(String cloud, CloudIds ids, HandWork handWork) {
        this.cloud = cloud;
        this.ids = ids;
        this.handWork = handWork;
    }

    /** What a run with a scope is to bring about: it ends nothing personal but by a word. */
    State<CloudKey, CloudObject> leaving(
            State<CloudKey, CloudObject> observed,
            CloudInputs now,
            State<CloudKey, CloudObject> decided) {
        forget();
        awaited = pending(now);
        Map<CloudKey, CloudObject> all = left(observed, now);
        decided.forEach(all::put);
        return State.of(all);
    }

    private void forget() {
        moved = List.of();
        judged = List.of();
        found = List.of();
        over = List.of();
    }

    /** The inputs with folders as people renamed, moved, deleted or restored them. */
    CloudInputs followed(CloudInputs now, State<CloudKey, CloudObject> observed) {
        forget();
        known = ids.all(cloud);
        moved =
                new HandMoves(new CloudDesign(cloud, now).names(), known, observed)
                        .in(now.folders());
        return now.with(moved);
    }

    /** What a full run is to bring about. */
    State<CloudKey, CloudObject> desired(
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
        over = over(now, observed);
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

    private List<CloudKey> over(CloudInputs now, State<CloudKey, CloudObject> observed) {
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
                                .filter(key -> observed.get(key).isEmpty()))
                .toList();
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

    void handOver(RunId run) {
        if (!found.isEmpty()) {
            handWork.found(found, run);
        }
        over.forEach(key -> handWork.done(cloud, key.toString()));
        handWork.follow(moved);
        judged.forEach(this::tell);
        forget();
    }

    private void tell(Judged share) {
        switch (share) {
            case Judged.Taken(var key, var object, var taken) when told.add(key.id()) ->
                    handWork.takeOver(taken)
                            .filter(folder -> taken.folder().isEmpty())
                            .ifPresent(folder -> ids.put(cloud, known(folder, object)));
            case Judged.Ended(var key, var object, String why) when told.add(key.id()) ->
                    handWork.ended(
                            object.workspace(),
                            PersonalShares.person(object.by()),
                            object.path(),
                            why);
            case Judged.Taken _, Judged.Ended _, Judged.Left _ -> {}
        }
    }

    private static Known known(Folder folder, PersonalShareObject shared) {
        return Known.of(
                new OfFolder(folder.id()),
                folder.unit(),
                shared.fileId(),
                new FolderObject(folder.unit(), shared.path()));
    }

    void settled(Change<CloudKey, CloudObject> change, Outcome outcome) {
        String object = change.key().toString();
        boolean madeAgain =
                change instanceof Change.Create<CloudKey, CloudObject>
                        && change.key() instanceof OfFolder;
        if (outcome instanceof Outcome.Applied && (madeAgain || awaited.contains(object))) {
            handWork.done(cloud, object);
        }
    }
}
