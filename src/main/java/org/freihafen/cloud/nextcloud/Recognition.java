package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudObject.Lock;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.Recipient;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.OutwardRule;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Tells which of our groups a cloud means by a gid. One that it has not told us before is ours if
 * people know it by the same name and the cloud, asked for that name, answers this gid alone.
 */
final class Recognition {
    private final Sharees sharees;
    private final Ledger ledger;
    private final Supplier<Map<GroupId, String>> labels;
    private final Map<String, Optional<GroupId>> asked = new HashMap<>();
    private final Map<GroupId, String> learned = new HashMap<>();
    private Optional<Map<String, GroupId>> byLabel = Optional.empty();

    Recognition(Sharees sharees, Ledger ledger, Supplier<Map<GroupId, String>> labels) {
        this.sharees = sharees;
        this.ledger = ledger;
        this.labels = labels;
    }

    /** Empty for one that is none of ours. */
    Optional<Recipient> recipient(Share share) throws TargetUnavailable, CloudSaidNo {
        String with = share.whom().with();
        return switch (share.whom().sort()) {
            case GROUP -> group(with, share.label()).map(Recipient.Members::new);
            case PERSON -> person(with).map(Recipient.Somebody::new);
            case LINK -> share.whom().mark().map(Recipient.Link::new);
            case MAIL -> share.whom().mark().map(grant -> new Recipient.Mail(grant, with));
            case REMOTE -> Optional.of(new Recipient.Remote(with));
            case OTHER -> Optional.empty();
        };
    }

    /** With whom somebody else shares; empty for one that is none of ours. */
    Optional<Grantee> grantee(Share share) throws TargetUnavailable, CloudSaidNo {
        String with = share.whom().with();
        boolean secured = share.terms().lock() != Lock.OPEN;
        return switch (share.whom().sort()) {
            case GROUP -> group(with, share.label()).map(Grantee.ToGroup::new);
            case PERSON -> person(with).map(Grantee.ToPerson::new);
            case LINK -> Optional.of(new Grantee.ToLink(secured));
            case MAIL -> Optional.of(new Grantee.ToMail(OutwardRule.normal(with), secured));
            case REMOTE -> Optional.of(new Grantee.ToFederated(OutwardRule.normal(with)));
            case OTHER -> Optional.empty();
        };
    }

    private static Optional<PersonId> person(String uid) {
        try {
            return Optional.of(PersonId.of(uid));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Empty for a group that is none of ours. */
    synchronized Optional<GroupId> group(String gid, String label)
            throws TargetUnavailable, CloudSaidNo {
        Optional<GroupId> told = ledger.group(gid);
        if (told.isPresent()) {
            return told;
        }
        Optional<GroupId> answered = asked.get(gid);
        if (answered == null) {
            answered = ask(gid, label);
            asked.put(gid, answered);
        }
        return answered;
    }

    private Optional<GroupId> ask(String gid, String label) throws TargetUnavailable, CloudSaidNo {
        @Nullable GroupId group = label.isEmpty() ? null : byLabel().get(label);
        if (group == null
                || ledger.gid(group).isPresent()
                || !sharees.gid(label).equals(Optional.of(gid))) {
            return Optional.empty();
        }
        learned.put(group, gid);
        return Optional.of(group);
    }

    private Map<String, GroupId> byLabel() {
        Map<String, GroupId> all =
                byLabel.orElseGet(() -> {
                    Map<String, GroupId> read = new HashMap<>();
                    labels.get().forEach((group, label) -> read.put(label, group));
                    return read;
                });
        byLabel = Optional.of(all);
        return all;
    }

    /** What the cloud calls those groups that it had not told before. */
    Map<GroupId, String> learned() {
        return learned;
    }

    /**
     * A Team folder as a workspace.
     *
     * @param serviceGroup the group of the account that keeps it
     */
    WorkspaceObject seen(TeamFolder folder, String serviceGroup)
            throws TargetUnavailable, CloudSaidNo {
        SortedMap<GroupId, Integer> ours = new TreeMap<>();
        SortedMap<String, Integer> strangers = new TreeMap<>();
        for (Map.Entry<String, Integer> on : folder.groups().entrySet()) {
            String gid = on.getKey();
            if (!gid.equals(serviceGroup)) {
                group(gid, folder.labels().getOrDefault(gid, ""))
                        .ifPresentOrElse(
                                group -> ours.put(group, on.getValue()),
                                () -> strangers.put(gid, on.getValue()));
            }
        }
        Integer service = folder.groups().get(serviceGroup);
        return new WorkspaceObject(
                folder.name(),
                ours,
                service != null && service == TeamFolders.ALL_RIGHTS,
                strangers);
    }
}
