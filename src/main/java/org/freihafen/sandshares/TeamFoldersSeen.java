package org.freihafen.sandshares;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.Fact;
import org.freihafen.sandfiles.Fact.FolderWarden;
import org.freihafen.sandfiles.Fact.TeamFolder;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Team folders as they are told: all of them to who administers them, else those of one's groups.
 */
final class TeamFoldersSeen {
    private TeamFoldersSeen() {}

    static TeamFolder folder(Visit visit, CloudState state, String id) {
        return Optional.of(id)
                .filter(number -> number.matches("[0-9]{1,18}"))
                .flatMap(number -> state.find(TeamFolder.class, Long.valueOf(number)))
                .filter(folder -> visit.administersTeamFolders() || member(visit, state, folder))
                .orElseThrow(() -> Refusal.ocs(404, "Folder not found"));
    }

    private static boolean member(Visit visit, CloudState state, TeamFolder folder) {
        return state.groupsOf(folder.id()).keySet().stream().anyMatch(visit.gids()::contains);
    }

    static Map<String, Object> list(Visit visit, CloudState state) {
        List<TeamFolder> folders = new ArrayList<>(state.all(TeamFolder.class));
        folders.removeIf(f -> !visit.administersTeamFolders() && !member(visit, state, f));
        folders.sort(Comparator.comparing(TeamFolder::mountPoint));
        Map<String, Object> list = new LinkedHashMap<>();
        for (TeamFolder folder : folders) {
            Map<String, Object> shown = shown(visit, state, folder);
            shown.put("sortIndex", list.size());
            list.put(String.valueOf(folder.id()), shown);
        }
        return list;
    }

    static Map<String, Object> shown(Visit visit, CloudState state, TeamFolder folder) {
        Map<String, Integer> groups = new LinkedHashMap<>(state.groupsOf(folder.id()));
        if (!visit.administersTeamFolders()) {
            groups.keySet().retainAll(visit.gids());
        }
        Map<String, Object> details = new LinkedHashMap<>();
        groups.forEach((gid, permissions) -> {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("displayName", visit.parts().groups().name(state, gid).orElse(gid));
            detail.put("permissions", permissions);
            detail.put("type", "group");
            details.put(gid, detail);
        });
        List<Map<String, Object>> wardens = new ArrayList<>();
        for (FolderWarden warden : state.all(FolderWarden.class)) {
            if (warden.folder() == folder.id()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("type", warden.type());
                one.put("id", warden.id());
                one.put(
                        "displayname",
                        visit.parts().accounts().displayName(warden.id()).orElse(warden.id()));
                wardens.add(one);
            }
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", folder.id());
        shown.put("mount_point", folder.mountPoint());
        shown.put("groups", groups);
        shown.put("quota", folder.quota());
        shown.put("size", state.node(folder.root()).map(Fact.Node::size).orElse(0L));
        shown.put("acl", folder.acl());
        shown.put("manage", wardens);
        shown.put("group_details", details);
        return shown;
    }
}
