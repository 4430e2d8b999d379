package org.freihafen.cloud.nextcloud;

import org.freihafen.groups.GroupId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what the cloud calls our groups, and asks only for those that it has not told yet. */
final class Groups {
    private final Session session;
    private final Sharees sharees;
    private final Ledger ledger;
    private final Supplier<Map<GroupId, String>> labels;
    private Optional<Map<GroupId, String>> read = Optional.empty();

    Groups(Session session, Sharees sharees, Ledger ledger, Supplier<Map<GroupId, String>> labels) {
        this.session = session;
        this.sharees = sharees;
        this.ledger = ledger;
        this.labels = labels;
    }

    String gid(GroupId group) throws TargetUnavailable, CloudSaidNo {
        Optional<String> known = ledger.gid(group);
        return known.isPresent() ? known.get() : learn(group);
    }

    /** Asks the cloud, whatever is known already. */
    String learn(GroupId group) throws TargetUnavailable, CloudSaidNo {
        String label = label(group);
        Optional<String> gid = label.isEmpty() ? Optional.empty() : sharees.gid(label);
        if (gid.isEmpty()) {
            throw TargetUnavailable.forNow(
                    Saying.of("cloud.group-unknown", session.cloud().name(), label));
        }
        ledger.putGid(group, gid.get());
        return gid.get();
    }

    private synchronized String label(GroupId group) {
        Map<GroupId, String> all = read.orElseGet(labels);
        read = Optional.of(all);
        return all.getOrDefault(group, "");
    }
}
