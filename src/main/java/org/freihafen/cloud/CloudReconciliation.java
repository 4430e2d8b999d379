package org.freihafen.cloud;

import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfStrayShare;
import org.freihafen.cloud.CloudKey.OfStrayWorkspace;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudKey.Shared;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.drift.Drifts.Pending;
import org.freihafen.drift.Found;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.RunId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Finding;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Marked;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Reconciliation;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Target;
import org.freihafen.reconcile.Touched;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Brings one file cloud into line with workspaces and grants. */
public final class CloudReconciliation implements Reconciliation<CloudKey, CloudObject> {
    private final String name;
    private final Target<CloudKey, CloudObject> target;
    private final Marked mark;
    private final CloudIds ids;
    private final Supplier<CloudInputs> inputs;
    private final HandWork handWork;
    private volatile Optional<CloudInputs> last = Optional.empty();
    private volatile List<Folder> moved = List.of();
    private volatile List<PersonalShares.Judged> judged = List.of();
    private volatile List<Found> found = List.of();
    private volatile Set<String> awaited = Set.of();

    /** Personal shares of which their people were told what became of them. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * One cloud's.
     *
     * @param handWork takes over what people did there
     */
    public <T extends Target<CloudKey, CloudObject> & Marked> CloudReconciliation(
            String name, T target, CloudIds ids, Supplier<CloudInputs> inputs, HandWork handWork) {
        this.name = name;
        this.target = target;
        this.mark = target;
        this.ids = ids;
        this.inputs = inputs;
        this.handWork = handWork;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Target<CloudKey, CloudObject> target() {
        return target;
    }

    @Override
    public Marked mark() {
        return mark;
    }

    @Override
    public State<CloudKey, CloudObject> desired(Scope<CloudKey> scope) {
        CloudInputs now = inputs.get();
        last = Optional.of(now);
        return new CloudDesign(name, now).desired().within(scope);
    }

    /** A full run sees what people did with their folders, and lets them. */
    @Override
    public State<CloudKey, CloudObject> desired(
            Scope<CloudKey> scope, State<CloudKey, CloudObject> observed) {
        moved = List.of();
        judged = List.of();
        found = List.of();
        if (scope instanceof Scope.Only<CloudKey>) {
            State<CloudKey, CloudObject> decided = desired(scope);
            awaited = pending(last.orElseThrow());
            return with(decided, left(observed));
        }
        CloudInputs now = inputs.get();
        List<CloudIds.Known> known = ids.all(name);
        moved =
                new HandMoves(new CloudDesign(name, now).names(), known, observed)
                        .in(now.folders());
        CloudInputs followed = now.with(moved);
        last = Optional.of(followed);
        CloudDesign design = new CloudDesign(name, followed);
        PersonalShares shares = new PersonalShares(name, followed, design.names(), known);
        judged = shares.in(observed);
        awaited = pending(followed);
        Map<CloudKey, CloudObject> left = left(observed);
        left.keySet().retainAll(untouched());
        State<CloudKey, CloudObject> desired = with(design.desired(), left);
        found = found(now, followed, known, observed, desired, shares);
        return desired;
    }

    private List<Found> found(
            CloudInputs now,
            CloudInputs followed,
            List<CloudIds.Known> known,
            State<CloudKey, CloudObject> observed,
            State<CloudKey, CloudObject> desired,
            PersonalShares shares) {
        List<Found> all =
                new ArrayList<>(new AccessByHand(name, followed, known, observed, desired).found());
        all.addAll(new FoldersByHand(name, known, observed, desired).found(now.folders(), moved));
        Map<CloudKey, CloudObject> seen = new HashMap<>();
        known.forEach(row -> row.seen().ifPresent(object -> seen.put(row.key(), object)));
        judged.stream()
                .filter(each ->
                        !(each instanceof PersonalShares.Judged.Left)
                                || !each.object().equals(seen.get(each.key())))
                .map(shares::found)
                .forEach(all::add);
        Set<String> more = new HashSet<>(awaited);
        all.forEach(each -> more.add(each.object()));
        awaited = Set.copyOf(more);
        return List.copyOf(all);
    }

    private Set<CloudKey> untouched() {
        return judged.stream()
                .filter(PersonalShares.Judged.Left.class::isInstance)
                .map(PersonalShares.Judged::key)
                .collect(Collectors.toSet());
    }

    /** What people share in person stays as it is until it is taken over, or somebody ends it. */
    private Map<CloudKey, CloudObject> left(State<CloudKey, CloudObject> observed) {
        Set<String> ordered = last.orElseThrow().ordered(name);
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
                .filter(each -> each.cloud().equals(name))
                .map(Pending::object)
                .collect(Collectors.toSet());
    }

    private static State<CloudKey, CloudObject> with(
            State<CloudKey, CloudObject> desired, Map<CloudKey, CloudObject> more) {
        Map<CloudKey, CloudObject> all = new HashMap<>(more);
        desired.forEach(all::put);
        return State.of(all);
    }

    @Override
    public void believe(RunId run) {
        if (!found.isEmpty()) {
            handWork.found(found, run);
            found = List.of();
        }
        handWork.follow(moved);
        moved = List.of();
        judged.forEach(this::tell);
        judged = List.of();
        target.believe();
    }

    private void tell(PersonalShares.Judged share) {
        switch (share) {
            case PersonalShares.Judged.Taken(var key, var object, var taken)
                    when told.add(key.id()) ->
                    handWork.takeOver(taken)
                            .filter(folder -> taken.folder().isEmpty())
                            .ifPresent(folder -> ids.put(name, known(folder, object)));
            case PersonalShares.Judged.Ended(var key, var object, String why)
                    when told.add(key.id()) ->
                    handWork.ended(
                            object.workspace(),
                            PersonalShares.person(object.by()),
                            object.path(),
                            why);
            case PersonalShares.Judged.Taken _,
                    PersonalShares.Judged.Ended _,
                    PersonalShares.Judged.Left _ -> {}
        }
    }

    @Override
    public void settled(Change<CloudKey, CloudObject> change, Outcome outcome) {
        String object = change.key().toString();
        if (outcome instanceof Outcome.Applied && awaited.contains(object)) {
            handWork.done(name, object);
        }
    }

    private static CloudIds.Known known(Folder folder, PersonalShareObject shared) {
        return CloudIds.Known.of(
                new OfFolder(folder.id()),
                folder.unit(),
                shared.fileId(),
                new FolderObject(folder.unit(), shared.path()));
    }

    @Override
    public List<Loss> losses(
            Plan<CloudKey, CloudObject> plan, State<CloudKey, CloudObject> observed) {
        return CloudLosses.of(plan, observed);
    }

    @Override
    public boolean lasting(CloudKey key) {
        return switch (key) {
            case OfWorkspace _, OfFolder _, OfStrayWorkspace _ -> true;
            case OfRules _, OfShare _, OfStrayShare _, OfPersonalShare _ -> false;
        };
    }

    /**
     * The workspaces touched with all that is in them or was; of units touched also those of units
     * with the same name (their names depend on each other), those on which the units' groups stand
     * by right of being a board, and what was granted to the units.
     */
    @Override
    public Scope<CloudKey> touchedBy(Touched touched) {
        Set<UnitId> givers = new HashSet<>(touched.units());
        givers.addAll(touched.workspaces());
        if (givers.isEmpty()) {
            return Scope.only(Set.<CloudKey>of());
        }
        CloudInputs now = inputs.get();
        Set<String> touchedNames = new HashSet<>();
        for (UnitId id : touched.units()) {
            Optional<Unit> unit = now.structure().byId(id);
            Optional<UnitId> above = unit.flatMap(Unit::parent);
            above.ifPresent(givers::add);
            for (UnitId heir : above.map(parent -> List.of(id, parent)).orElse(List.of(id))) {
                now.structure().inheritedBy(heir).forEach(each -> givers.add(each.id()));
            }
            unit.map(Unit::outwardName)
                    .map(CloudReconciliation::folded)
                    .ifPresent(touchedNames::add);
        }
        for (Unit unit : now.structure().all()) {
            if (touchedNames.contains(folded(unit.outwardName()))) {
                givers.add(unit.id());
            }
        }
        Set<CloudKey> keys = new HashSet<>();
        for (Grant grant : now.grants()) {
            Shared shared = Shared.of(grant.folder());
            boolean received =
                    grant.to()
                            .toGroup()
                            .map(GroupId::unit)
                            .filter(touched.units()::contains)
                            .isPresent();
            if (received && shared instanceof OfWorkspace) {
                keys.add(shared);
            }
            if (received || givers.contains(grant.folder().workspace())) {
                keys.add(new OfShare(shared, CloudDesign.recipient(grant)));
            }
        }
        givers.forEach(unit -> keys.add(new OfWorkspace(unit)));
        for (Folder folder : now.folders()) {
            if (givers.contains(folder.unit())) {
                keys.add(new OfFolder(folder.id()));
                keys.add(new OfRules(folder.id()));
            }
        }
        ids.under(name, givers).forEach(known -> keys.add(known.key()));
        return Scope.only(keys);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** By the names of the moment when the plan was made. */
    @Override
    public Saying describe(Change<CloudKey, CloudObject> change) {
        return new CloudWords(last.orElseGet(inputs)).describe(change);
    }

    @Override
    public Finding finding(CloudKey key, CloudObject observed) {
        return new CloudWords(last.orElseGet(inputs)).finding(key, observed);
    }
}
