package org.freihafen.cloud.nextcloud;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Session.Repeat;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The Team folders of a cloud, ours and others'. */
final class TeamFolders {
    static final int ALL_RIGHTS = 31;
    private static final String APP = "/index.php/apps/groupfolders";
    private static final String FOLDERS = APP + "/folders";
    private static final String DELEGATED_TO =
            APP + "/delegation/authorized-groups?classname=OCA%5CGroupFolders%5CSettings%5CAdmin";

    private final Ocs ocs;

    TeamFolders(Ocs ocs) {
        this.ocs = ocs;
    }

    /**
     * One of them.
     *
     * @param groups permission bits by gid
     * @param labels what people call each of these groups, by gid
     * @param ruled whether rules by path are obeyed in it
     */
    record TeamFolder(
            String id,
            String name,
            Map<String, Integer> groups,
            Map<String, String> labels,
            boolean ruled) {}

    /** All of them, by id. */
    Map<String, TeamFolder> all() throws TargetUnavailable, CloudSaidNo {
        Map<String, TeamFolder> folders = new HashMap<>();
        switch (ocs.get(FOLDERS, Saying.of("asked.list-team-folders"))) {
            case JsonObject byId ->
                    byId.values()
                            .forEach(value -> {
                                TeamFolder folder = read(value.asJsonObject());
                                folders.put(folder.id(), folder);
                            });
            case JsonArray list ->
                    list.forEach(value -> {
                        TeamFolder folder = read(value.asJsonObject());
                        folders.put(folder.id(), folder);
                    });
            default -> throw damaged();
        }
        return folders;
    }

    /**
     * Whether the cloud let these groups administer Team folders. Only one who does is told, so
     * that a refusal is a no; the list of Team folders itself is merely shorter for the others.
     */
    boolean delegatedTo(Set<String> groups) throws TargetUnavailable {
        try {
            Set<String> told = new HashSet<>();
            if (ocs.get(DELEGATED_TO, Saying.of("asked.who-administers"))
                    instanceof JsonArray all) {
                for (JsonValue one : all) {
                    if (one instanceof JsonObject group) {
                        told.add(Ocs.text(group, "gid"));
                    }
                }
            }
            return told.containsAll(groups);
        } catch (CloudSaidNo _) {
            return false;
        }
    }

    TeamFolder one(String id) throws TargetUnavailable, CloudSaidNo {
        if (ocs.get(FOLDERS + "/" + id, Saying.of("asked.show-team-folder"))
                instanceof JsonObject folder) {
            return read(folder);
        }
        throw new CloudSaidNo(404, Saying.of("cloud.workspace-gone", id));
    }

    /** Makes one; asked twice it makes two. */
    String make(String name) throws TargetUnavailable, CloudSaidNo {
        JsonValue made =
                ocs.post(
                        FOLDERS,
                        Map.of("mountpoint", name),
                        Cookies.KEPT,
                        Repeat.FORBIDDEN,
                        Saying.of("asked.make-team-folder"));
        if (made instanceof JsonObject folder && !Ocs.text(folder, "id").isEmpty()) {
            return Ocs.text(folder, "id");
        }
        throw damaged();
    }

    /** Puts a group on it, with all rights; a group that stands there already is an error. */
    void add(String id, String gid) throws TargetUnavailable, CloudSaidNo {
        post(id + "/groups", "group", gid, Saying.of("asked.add-group"));
    }

    void permit(String id, String gid, int permissions) throws TargetUnavailable, CloudSaidNo {
        post(
                id + "/groups/" + Ocs.segment(gid),
                "permissions",
                String.valueOf(permissions),
                Saying.of("asked.permit-group"));
    }

    void remove(String id, String gid) throws TargetUnavailable, CloudSaidNo {
        ocs.delete(
                FOLDERS + "/" + id + "/groups/" + Ocs.segment(gid),
                Saying.of("asked.remove-group"));
    }

    /** Lets it have rules by path, and this group keep them. */
    void obeyRules(String id) throws TargetUnavailable, CloudSaidNo {
        post(id + "/acl", "acl", "1", Saying.of("asked.have-rules"));
    }

    void keepRules(String id, String gid) throws TargetUnavailable, CloudSaidNo {
        ocs.post(
                FOLDERS + "/" + id + "/manageACL",
                Map.of("mappingType", "group", "mappingId", gid, "manageAcl", "1"),
                Cookies.KEPT,
                Repeat.ALLOWED,
                Saying.of("asked.keep-rules"));
    }

    void rename(String id, String name) throws TargetUnavailable, CloudSaidNo {
        post(id + "/mountpoint", "mountpoint", name, Saying.of("asked.rename-team-folder"));
    }

    private void post(String path, String field, String value, Saying what)
            throws TargetUnavailable, CloudSaidNo {
        ocs.post(FOLDERS + "/" + path, Map.of(field, value), Cookies.KEPT, Repeat.ALLOWED, what);
    }

    private static TeamFolder read(JsonObject folder) {
        Map<String, Integer> groups = new HashMap<>();
        if (folder.get("groups") instanceof JsonObject byGid) {
            byGid.forEach((gid, rights) -> {
                if (rights instanceof JsonNumber bits) {
                    groups.put(gid, bits.intValue());
                } else if (rights instanceof JsonObject details) {
                    groups.put(gid, details.getInt("permissions", 0));
                }
            });
        }
        Map<String, String> labels = new HashMap<>();
        if (folder.get("group_details") instanceof JsonObject byGid) {
            byGid.forEach((gid, details) -> {
                if (details instanceof JsonObject group) {
                    labels.put(gid, Ocs.text(group, "displayName"));
                }
            });
        }
        return new TeamFolder(
                Ocs.text(folder, "id"),
                Ocs.text(folder, "mount_point"),
                Map.copyOf(groups),
                Map.copyOf(labels),
                folder.getBoolean("acl", false));
    }

    private static TargetUnavailable damaged() {
        return new TargetUnavailable(Saying.of("cloud.strange-folders"));
    }
}
