package org.freihafen.cloud.nextcloud;

import org.freihafen.groups.GroupId;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.Map;
import java.util.Optional;

/** Finds out what the cloud calls our groups, and asks only for those that it has not told yet. */
final class Groups {
    private final Session session;
    private final Shares shares;
    private final Ledger ledger;
    private final Map<GroupId, String> labels;

    Groups(Session session, Shares shares, Ledger ledger, Map<GroupId, String> labels) {
        this.session = session;
        this.shares = shares;
        this.ledger = ledger;
        this.labels = labels;
    }

    String gid(GroupId group) throws TargetUnavailable, CloudSaidNo {
        Optional<String> known = ledger.gid(group);
        return known.isPresent() ? known.get() : learn(group);
    }

    /** Asks the cloud, whatever is known already. */
    String learn(GroupId group) throws TargetUnavailable, CloudSaidNo {
        String label = labels.getOrDefault(group, "");
        Optional<String> gid = label.isEmpty() ? Optional.empty() : shares.gid(label);
        if (gid.isEmpty()) {
            throw new TargetUnavailable(
                    session.the()
                            + " does not know the group '"
                            + label
                            + "' yet; it appears there"
                            + " when its LDAP cache is over (ldapCacheTTL, at best 60 seconds). If it"
                            + " does not, check the cloud's group filter and its display name"
                            + " attribute.");
        }
        ledger.putGid(group, gid.get());
        return gid.get();
    }
}
