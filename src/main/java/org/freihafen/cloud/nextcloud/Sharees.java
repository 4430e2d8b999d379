package org.freihafen.cloud.nextcloud;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** With whom something can be shared: the cloud's search for groups by what people call them. */
final class Sharees {
    private static final String SHAREES = "/ocs/v2.php/apps/files_sharing/api/v1/sharees";
    private static final int MOST_PAGES = 3;

    private final Ocs ocs;

    Sharees(Ocs ocs) {
        this.ocs = ocs;
    }

    /**
     * What the cloud calls the group that people know by this label; asking also makes the cloud
     * see a group that it has not met. A page holds what begins with the label, and Nextcloud fills
     * it with at most 25 ({@code sharing.maxAutocompleteResults}), so that the one that is called
     * exactly so may stand on a later page.
     */
    Optional<String> gid(String label) throws TargetUnavailable, CloudSaidNo {
        for (int page = 1; page <= MOST_PAGES; page++) {
            List<String> gids = gids(label, page);
            if (!gids.isEmpty()) {
                return gids.size() == 1 ? Optional.of(gids.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a search finds groups that are not called exactly so. */
    boolean finds(String beginning) throws TargetUnavailable, CloudSaidNo {
        return search(beginning, 1).get("groups") instanceof JsonArray found && !found.isEmpty();
    }

    private List<String> gids(String label, int page) throws TargetUnavailable, CloudSaidNo {
        JsonObject data = search(label, page);
        List<String> gids = new ArrayList<>();
        if (data.get("exact") instanceof JsonObject exact) {
            collect(exact, label, gids);
        }
        collect(data, label, gids);
        return gids.stream().distinct().toList();
    }

    private JsonObject search(String label, int page) throws TargetUnavailable, CloudSaidNo {
        if (ocs.get(
                        SHAREES
                                + "?search="
                                + Ocs.segment(label)
                                + "&itemType=folder&shareType%5B%5D=1&perPage=200&lookup=false&page="
                                + page,
                        Saying.of("asked.find-group"))
                instanceof JsonObject data) {
            return data;
        }
        throw ShareReading.damaged();
    }

    private static void collect(JsonObject from, String label, List<String> gids) {
        if (from.get("groups") instanceof JsonArray groups) {
            for (JsonValue each : groups) {
                if (each instanceof JsonObject group
                        && Ocs.text(group, "label").equals(label)
                        && group.get("value") instanceof JsonObject value) {
                    gids.add(Ocs.text(value, "shareWith"));
                }
            }
        }
    }
}
