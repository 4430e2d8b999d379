package org.freihafen.sandshares;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact;
import org.freihafen.sandfiles.Fact.FolderGroup;
import org.freihafen.sandfiles.Fact.FolderWarden;
import org.freihafen.sandfiles.Fact.TeamFolder;
import org.freihafen.sandfiles.FileTree;
import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.FileNames;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Form;
import org.freihafen.sandtalk.OcsAnswer;
import org.freihafen.sandtalk.Refusal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The Team folders' own API. Names need not be unique and groups need not exist, as in the real
 * one; a member is told only about folders and groups of their own.
 */
public final class TeamFoldersHandler {
    private static final OcsAnswer DONE = OcsAnswer.ok(Map.of("success", true));

    public OcsAnswer answer(Visit visit, List<String> path) throws IOException {
        if (path.equals(List.of("delegation", "authorized-groups"))) {
            return OcsAnswer.ok(delegated(visit));
        }
        if (path.isEmpty() || !path.getFirst().equals("folders")) {
            throw new Refusal(998, "OCS", "");
        }
        Form form = Form.of(visit.request());
        String method = visit.request().method();
        CloudStore store = visit.parts().store();
        if (path.size() == 1 && method.equals("GET")) {
            return OcsAnswer.ok(store.read(state -> TeamFoldersSeen.list(visit, state)));
        }
        if (path.size() == 2 && method.equals("GET")) {
            return OcsAnswer.ok(
                    store.read(state ->
                            TeamFoldersSeen.shown(
                                    visit,
                                    state,
                                    TeamFoldersSeen.folder(visit, state, path.get(1)))));
        }
        mustAdminister(visit);
        if (path.size() == 1 && method.equals("POST")) {
            String name = mountPoint(form);
            return OcsAnswer.ok(store.write(batch -> make(visit, batch, name)));
        }
        String action = path.size() > 2 ? path.get(2) : "";
        return switch (method + " " + action + " " + path.size()) {
            case "POST groups 3" -> {
                String gid = required(form, "group");
                yield change(
                        visit,
                        path,
                        (batch, folder) -> {
                            if (!batch.state().groupsOf(folder.id()).containsKey(gid)) {
                                batch.put(new FolderGroup(folder.id(), gid, Mount.ALL));
                            }
                        });
            }
            case "POST groups 4" -> permissions(visit, path, form);
            case "DELETE groups 4" ->
                    change(
                            visit,
                            path,
                            (batch, folder) ->
                                    batch.remove(new FolderGroup(folder.id(), path.get(3), 0)));
            case "POST quota 3" -> {
                long quota =
                        form.number("quota").orElseThrow(() -> Refusal.ocs(400, "No quota given"));
                yield change(
                        visit,
                        path,
                        (batch, folder) ->
                                batch.put(
                                        new TeamFolder(
                                                folder.id(),
                                                folder.mountPoint(),
                                                quota < 0 ? FileTree.UNLIMITED : quota,
                                                folder.acl(),
                                                folder.root())));
            }
            case "POST acl 3" ->
                    change(
                            visit,
                            path,
                            (batch, folder) ->
                                    batch.put(
                                            new TeamFolder(
                                                    folder.id(),
                                                    folder.mountPoint(),
                                                    folder.quota(),
                                                    form.flag("acl"),
                                                    folder.root())));
            case "POST mountpoint 3" -> {
                String name = mountPoint(form);
                yield change(
                        visit,
                        path,
                        (batch, folder) ->
                                batch.put(
                                        new TeamFolder(
                                                folder.id(),
                                                name,
                                                folder.quota(),
                                                folder.acl(),
                                                folder.root())));
            }
            case "POST manageACL 3" -> wardens(visit, path, form);
            case "DELETE  2" ->
                    change(visit, path, (batch, folder) -> delete(visit, batch, folder));
            default -> throw new Refusal(998, "OCS", "");
        };
    }

    private static void mustAdminister(Visit visit) {
        if (!visit.administersTeamFolders()) {
            throw Refusal.ocs(
                    403,
                    "Logged in user must be an admin, a sub admin or gotten special right to access"
                            + " this setting");
        }
    }

    /** The groups whose members administer Team folders, told to those members only. */
    private static List<Map<String, Object>> delegated(Visit visit) {
        mustAdminister(visit);
        return visit.parts().settings().services().stream()
                .map(CloudSettings.ServiceAccount::group)
                .distinct()
                .map(gid -> Map.<String, Object>of("gid", gid, "displayName", gid))
                .toList();
    }

    private static OcsAnswer permissions(Visit visit, List<String> path, Form form) {
        long bits =
                form.number("permissions")
                        .filter(n -> n >= 0 && n <= Mount.ALL)
                        .orElseThrow(() -> Refusal.ocs(400, "No permissions given"));
        return change(
                visit,
                path,
                (batch, folder) -> {
                    if (batch.state().groupsOf(folder.id()).containsKey(path.get(3))) {
                        batch.put(new FolderGroup(folder.id(), path.get(3), (int) bits));
                    }
                });
    }

    private static OcsAnswer wardens(Visit visit, List<String> path, Form form) {
        String type = required(form, "mappingType");
        String id = required(form, "mappingId");
        return change(
                visit,
                path,
                (batch, folder) -> {
                    FolderWarden warden = new FolderWarden(folder.id(), type, id);
                    if (form.flag("manageAcl")) {
                        batch.put(warden);
                    } else {
                        batch.remove(warden);
                    }
                });
    }

    private static OcsAnswer change(
            Visit visit, List<String> path, BiConsumer<CloudStore.Batch, TeamFolder> change) {
        return visit.parts()
                .store()
                .write(batch -> {
                    change.accept(batch, TeamFoldersSeen.folder(visit, batch.state(), path.get(1)));
                    return DONE;
                });
    }

    private static Map<String, Object> make(Visit visit, CloudStore.Batch batch, String name) {
        TeamFolder folder =
                new TeamFolder(
                        batch.next("folder"),
                        name,
                        FileTree.UNLIMITED,
                        false,
                        visit.parts().tree().root(batch).id());
        batch.put(folder);
        return TeamFoldersSeen.shown(visit, batch.state(), folder);
    }

    /** Destroys the data too; there is no trash for Team folders. */
    private static void delete(Visit visit, CloudStore.Batch batch, TeamFolder folder) {
        CloudState state = batch.state();
        state.all(Fact.Trashed.class).stream()
                .filter(trashed -> trashed.root() == folder.root())
                .flatMap(trashed -> state.node(trashed.node()).stream())
                .forEach(node -> visit.parts().tree().purge(batch, node));
        state.node(folder.root()).ifPresent(root -> visit.parts().tree().purge(batch, root));
        List.copyOf(state.groupsOf(folder.id()).keySet())
                .forEach(gid -> batch.remove(new FolderGroup(folder.id(), gid, 0)));
        state.all(FolderWarden.class).stream()
                .filter(warden -> warden.folder() == folder.id())
                .forEach(batch::remove);
        batch.remove(folder);
    }

    /** One name; the real one also takes paths, which Freihafen never asks for. */
    private static String mountPoint(Form form) {
        try {
            return FileNames.checked(required(form, "mountpoint").strip());
        } catch (Refusal e) {
            throw Refusal.ocs(400, e.words());
        }
    }

    private static String required(Form form, String name) {
        return form.text(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> Refusal.ocs(400, "Missing parameter " + name));
    }
}
