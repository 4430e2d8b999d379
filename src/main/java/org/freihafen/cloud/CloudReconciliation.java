package org.freihafen.cloud;

import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfStrayShare;
import org.freihafen.cloud.CloudKey.OfStrayWorkspace;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudKey.Shared;
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

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Brings one file cloud into line with workspaces and grants. */
public final class CloudReconciliation implements Reconciliation<CloudKey, CloudObject> {
    private final String name;
    private final Target<CloudKey, CloudObject> target;
    private final Marked mark;
    private final CloudIds ids;
    private final Supplier<CloudInputs> inputs;
    private final HandWork byHand;
    private volatile Optional<CloudInputs> last = Optional.empty();

    /**
     * One cloud's.
     *
     * @param byHand what people did there
     */
    public <T extends Target<CloudKey, CloudObject> & Marked> CloudReconciliation(
            String name, T target, CloudIds ids, Supplier<CloudInputs> inputs, HandWork byHand) {
        this.name = name;
        this.target = new SparingTarget(target, byHand::stays);
        this.mark = target;
        this.ids = ids;
        this.inputs = inputs;
        this.byHand = byHand;
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

    /** A full run sees what people did by hand, and lets them where that is theirs to do. */
    @Override
    public State<CloudKey, CloudObject> desired(
            Scope<CloudKey> scope, State<CloudKey, CloudObject> observed) {
        CloudInputs now = inputs.get();
        if (scope instanceof Scope.Only<CloudKey>) {
            last = Optional.of(now);
            return byHand.leaving(
                    observed, now, new CloudDesign(name, now).desired().within(scope));
        }
        CloudInputs followed = byHand.followed(now, observed);
        last = Optional.of(followed);
        return byHand.desired(now, followed, observed);
    }

    @Override
    public void believe(RunId run) {
        byHand.handOver(run);
        target.believe();
    }

    @Override
    public void settled(Change<CloudKey, CloudObject> change, Outcome outcome) {
        byHand.settled(change, outcome);
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
