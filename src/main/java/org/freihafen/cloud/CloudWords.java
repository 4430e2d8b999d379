package org.freihafen.cloud;

import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.DeletedFolderObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.StrayShareObject;
import org.freihafen.cloud.CloudObject.StrayWorkspaceObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Finding;
import org.freihafen.reconcile.Saying;
import org.freihafen.structure.Unit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes in a cloud as lines for people, with the names that units and groups have now. */
final class CloudWords {
    private final CloudInputs now;

    CloudWords(CloudInputs now) {
        this.now = now;
    }

    String describe(Change<CloudKey, CloudObject> change) {
        return switch (change) {
            case Change.Create<CloudKey, CloudObject>(CloudKey key, CloudObject desired) ->
                    "+ " + what(key, desired) + rights(desired);
            case Change.Update<CloudKey, CloudObject>(
                            CloudKey key,
                            CloudObject before,
                            CloudObject after) ->
                    "~ " + what(key, after) + difference(before, after);
            case Change.Delete<CloudKey, CloudObject>(CloudKey key, CloudObject observed) ->
                    "- " + what(key, observed);
        };
    }

    Finding finding(CloudKey key, CloudObject observed) {
        String why =
                switch (observed) {
                    case DeletedFolderObject _ ->
                            "Somebody deleted this folder in the cloud; grants on it wait. Restore"
                                    + " it from the trash there, or make a folder of the same name"
                                    + " here.";
                    case StrayWorkspaceObject _ ->
                            "A Team folder of ours that the database knows nothing of: it was made"
                                    + " after the backup that was restored. It is left alone; found"
                                    + " a unit of this name again and it gets its workspace back.";
                    case WorkspaceObject _,
                            FolderObject _,
                            RulesObject _,
                            ShareObject _,
                            StrayShareObject _,
                            PersonalShareObject _ ->
                            "It is ours, but the database knows nothing of it: it was made after"
                                    + " the backup that was restored. It is left alone.";
                };
        return Finding.because(
                Saying.of("literally", what(key, observed)), Saying.of("literally", why));
    }

    private String what(CloudKey key, CloudObject object) {
        return switch (object) {
            case WorkspaceObject workspace -> workspace.name();
            case FolderObject folder -> folder.path();
            case DeletedFolderObject folder -> unitName(folder.workspace()) + ": " + folder.path();
            case StrayWorkspaceObject stray -> stray.name();
            case StrayShareObject stray -> stray.path() + " → '" + stray.to() + "'";
            case PersonalShareObject share ->
                    unitName(share.workspace())
                            + ": "
                            + share.path()
                            + " → "
                            + share.to().map(this::name).orElse(share.with())
                            + " (in person)";
            case RulesObject _ ->
                    key instanceof OfRules(var folderId) ? folder(folderId) : key.toString();
            case ShareObject _ -> {
                if (!(key instanceof OfShare(var shared, var to))) {
                    yield key.toString();
                }
                yield name(shared) + " → " + name(to);
            }
        };
    }

    private String name(CloudKey.Shared shared) {
        return switch (shared) {
            case OfWorkspace(UnitId unit) -> unitName(unit);
            case OfFolder(FolderId id) -> folder(id);
        };
    }

    private String folder(FolderId id) {
        return now.folders().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .map(f -> unitName(f.unit()) + ": " + f.path())
                .orElse(id.toString());
    }

    /** These lines are kept and name no people. */
    private String name(Recipient to) {
        return switch (to) {
            case Recipient.Members(GroupId group) -> label(group);
            case Recipient.Somebody _ -> "(a person)";
            case Recipient.Link _ -> "(a link)";
            case Recipient.Mail _ -> "(a mail address)";
            case Recipient.Remote _ -> "(another cloud)";
        };
    }

    private String difference(CloudObject before, CloudObject after) {
        if (before instanceof WorkspaceObject b && after instanceof WorkspaceObject a) {
            String name = a.name().equals(b.name()) ? "" : " (" + b.name() + ")";
            return name + groups(b.groups(), a.groups()) + strangers(b);
        }
        if (before instanceof FolderObject b && after instanceof FolderObject) {
            return " (" + b.path() + ")";
        }
        if (before instanceof RulesObject b && after instanceof RulesObject a) {
            return groups(b.groups(), a.groups());
        }
        return rights(before) + " →" + rights(after);
    }

    private String groups(Map<GroupId, Integer> before, Map<GroupId, Integer> after) {
        Set<GroupId> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .sorted()
                .filter(group ->
                        !before.getOrDefault(group, 0).equals(after.getOrDefault(group, 0)))
                .map(group -> {
                    if (!after.containsKey(group)) {
                        return " −" + label(group);
                    }
                    String sign = before.containsKey(group) ? " ~" : " +";
                    return sign + label(group) + " " + letters(after.getOrDefault(group, 0));
                })
                .collect(Collectors.joining(","));
    }

    /** Groups that were put there by hand, by the cloud's own name for them. */
    private static String strangers(WorkspaceObject before) {
        return before.strangers().keySet().stream()
                .map(gid -> " −'" + gid + "'")
                .collect(Collectors.joining(","));
    }

    private String rights(CloudObject object) {
        if (object instanceof RulesObject(var groups)) {
            return groups.entrySet().stream()
                    .map(rule -> " " + label(rule.getKey()) + " " + letters(rule.getValue()))
                    .collect(Collectors.joining(","));
        }
        return object instanceof ShareObject(int bits, var until, var lock)
                ? " "
                        + letters(bits)
                        + until.map(day -> " < " + day).orElse("")
                        + (lock == CloudObject.Lock.OPEN ? "" : " (password)")
                : "";
    }

    /** Read, write, create, delete, share: as many of {@code rwcds} as there are bits. */
    private static String letters(int bits) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            if ((bits & (1 << i)) != 0) {
                letters.append("rwcds".charAt(i));
            }
        }
        return letters.isEmpty() ? "-" : letters.toString();
    }

    private String label(GroupId id) {
        return now.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .map(group -> group.label())
                .orElseGet(() -> unitName(id.unit()));
    }

    private String unitName(UnitId id) {
        return now.structure().byId(id).map(Unit::name).orElse(id.toString());
    }
}
