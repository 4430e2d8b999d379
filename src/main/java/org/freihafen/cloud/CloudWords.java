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
import org.freihafen.shares.Grantee;
import org.freihafen.structure.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes in a cloud as lines for people, with the names that units and groups have now. */
final class CloudWords {
    private final CloudInputs now;

    CloudWords(CloudInputs now) {
        this.now = now;
    }

    Saying describe(Change<CloudKey, CloudObject> change) {
        return switch (change) {
            case Change.Create<CloudKey, CloudObject>(CloudKey key, CloudObject desired) ->
                    said("make", key, desired).with(terms(desired));
            case Change.Update<CloudKey, CloudObject>(
                            CloudKey key,
                            CloudObject before,
                            CloudObject after) ->
                    said("change", key, after).with(differences(before, after));
            case Change.Delete<CloudKey, CloudObject>(CloudKey key, CloudObject observed) ->
                    said("remove", key, observed);
        };
    }

    Finding finding(CloudKey key, CloudObject observed) {
        String why =
                switch (observed) {
                    case DeletedFolderObject _ -> "cloud.folder-deleted";
                    case StrayWorkspaceObject _ -> "cloud.stray-workspace";
                    case WorkspaceObject _,
                            FolderObject _,
                            RulesObject _,
                            ShareObject _,
                            StrayShareObject _,
                            PersonalShareObject _ ->
                            "cloud.stray";
                };
        return Finding.because(said("found", key, observed), Saying.of(why));
    }

    private Saying said(String verb, CloudKey key, CloudObject object) {
        return switch (object) {
            case WorkspaceObject workspace -> Saying.of("workspace." + verb, workspace.name());
            case StrayWorkspaceObject stray -> Saying.of("workspace." + verb, stray.name());
            case FolderObject folder -> Saying.of("folder." + verb, folder.path());
            case DeletedFolderObject folder ->
                    Saying.of(
                            "folder." + verb, unitName(folder.workspace()) + ": " + folder.path());
            case PersonalShareObject share ->
                    Saying.of("share." + verb, unitName(share.workspace()) + ": " + share.path())
                            .with(
                                    share.to()
                                            .map(this::name)
                                            .orElseGet(() -> Saying.of("to.group", share.with())),
                                    Saying.of("in-person"));
            case RulesObject _ ->
                    Saying.of(
                            "rules." + verb,
                            key instanceof OfRules(var folderId) ? folder(folderId) : key);
            case StrayShareObject stray ->
                    Saying.of("share." + verb, stray.path())
                            .with(Saying.of("to.group", stray.to()));
            case ShareObject _ ->
                    key instanceof OfShare(var shared, var to)
                            ? Saying.of("share." + verb, name(shared)).with(name(to))
                            : Saying.of("share." + verb, key);
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

    private Saying name(Grantee to) {
        return switch (to) {
            case Grantee.ToGroup(GroupId group) -> Saying.of("to.group", label(group));
            case Grantee.ToPerson _ -> Saying.of("to.person");
            case Grantee.ToLink _ -> Saying.of("to.link");
            case Grantee.ToMail _ -> Saying.of("to.mail");
            case Grantee.ToFederated _ -> Saying.of("to.remote");
        };
    }

    /** These lines are kept and name no people. */
    private Saying name(Recipient to) {
        return switch (to) {
            case Recipient.Members(GroupId group) -> Saying.of("to.group", label(group));
            case Recipient.Somebody _ -> Saying.of("to.person");
            case Recipient.Link _ -> Saying.of("to.link");
            case Recipient.Mail _ -> Saying.of("to.mail");
            case Recipient.Remote _ -> Saying.of("to.remote");
        };
    }

    private List<Saying> differences(CloudObject before, CloudObject after) {
        if (before instanceof WorkspaceObject b && after instanceof WorkspaceObject a) {
            return Stream.of(
                            was(b.name(), a.name()).stream(),
                            groups(b.groups(), a.groups()),
                            b.strangers().keySet().stream().map(gid -> Saying.of("without", gid)))
                    .flatMap(each -> each)
                    .toList();
        }
        if (before instanceof FolderObject b && after instanceof FolderObject a) {
            return was(b.path(), a.path()).stream().toList();
        }
        if (before instanceof RulesObject b && after instanceof RulesObject a) {
            return groups(b.groups(), a.groups()).toList();
        }
        return terms(after);
    }

    private static Optional<Saying> was(String before, String after) {
        return before.equals(after) ? Optional.empty() : Optional.of(Saying.of("was", before));
    }

    private Stream<Saying> groups(Map<GroupId, Integer> before, Map<GroupId, Integer> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted()
                .filter(group ->
                        !before.getOrDefault(group, 0).equals(after.getOrDefault(group, 0)))
                .map(group ->
                        after.containsKey(group)
                                ? Saying.of(may("group-may.", after.get(group)), label(group))
                                : Saying.of("without", label(group)));
    }

    private List<Saying> terms(CloudObject object) {
        return switch (object) {
            case RulesObject(var groups) -> groups(Map.of(), groups).toList();
            case ShareObject(int bits, var until, var lock, var anew) -> {
                List<Saying> terms = new ArrayList<>(List.of(Saying.of(may("may.", bits))));
                until.ifPresent(day -> terms.add(Saying.of("until", day)));
                if (lock != CloudObject.Lock.OPEN) {
                    terms.add(Saying.of("password"));
                }
                anew.ifPresent(_ -> terms.add(Saying.of("anew")));
                yield terms;
            }
            case WorkspaceObject _,
                    FolderObject _,
                    DeletedFolderObject _,
                    StrayWorkspaceObject _,
                    StrayShareObject _,
                    PersonalShareObject _ ->
                    List.of();
        };
    }

    /**
     * Of the cloud's bits for read, write, create, delete and share, the bundle that people know.
     */
    private static String may(String which, int bits) {
        return which
                + switch (bits) {
                    case 0 -> "nothing";
                    case 1 -> "read";
                    case 5 -> "add";
                    case 15 -> "edit";
                    case 31 -> "share";
                    default -> (bits & 2) == 0 ? "read-more" : "edit-some";
                };
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
