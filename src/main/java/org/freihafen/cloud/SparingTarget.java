package org.freihafen.cloud;

import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.reconcile.Target;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A cloud in which nothing is ended that somebody shared in person and that was to become a grant,
 * as long as it did not.
 */
final class SparingTarget implements Target<CloudKey, CloudObject> {
    private final Target<CloudKey, CloudObject> cloud;
    private final Predicate<CloudKey> spared;

    SparingTarget(Target<CloudKey, CloudObject> cloud, Predicate<CloudKey> spared) {
        this.cloud = cloud;
        this.spared = spared;
    }

    @Override
    public State<CloudKey, CloudObject> observe(Scope<CloudKey> scope) throws TargetUnavailable {
        return cloud.observe(scope);
    }

    @Override
    public void believe() {
        cloud.believe();
    }

    @Override
    public void apply(
            List<Change<CloudKey, CloudObject>> changes, Outcomes<CloudKey, CloudObject> outcomes) {
        List<Change<CloudKey, CloudObject>> others = new ArrayList<>();
        for (Change<CloudKey, CloudObject> change : changes) {
            if (spared.test(change.key())) {
                outcomes.of(change, new Outcome.NotYet(Saying.of("cloud.share-stays")));
            } else {
                others.add(change);
            }
        }
        cloud.apply(others, outcomes);
    }
}
