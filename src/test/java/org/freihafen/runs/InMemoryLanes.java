package org.freihafen.runs;

import org.freihafen.ids.RunId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queues that nobody works off, over one directory and one cloud. */
public final class InMemoryLanes implements Lanes {
    final List<Order> asked = new ArrayList<>();
    final List<String> takenOver = new ArrayList<>();
    boolean away;

    @Override
    public List<String> targets() {
        return List.of("ldap", "working");
    }

    @Override
    public boolean ask(String target, RunId id, boolean dryRun, Optional<String> approvedHash) {
        return targets().contains(target)
                && asked.add(new Order(id, Optional.empty(), dryRun, approvedHash));
    }

    @Override
    public void takeOver(String target) throws TargetUnavailable {
        if (away) {
            throw new TargetUnavailable(Saying.of("ldap.cut-off", target));
        }
        takenOver.add(target);
    }
}
