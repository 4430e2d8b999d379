package org.freihafen.cloud.nextcloud;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Session.Repeat;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service account's shares with groups. A share's expiry is the first day on which it no longer
 * holds: Nextcloud ends it when that day begins, and refuses today as being in the past.
 */
final class Shares {
    private static final String SHARES = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private static final String SHAREES = "/ocs/v2.php/apps/files_sharing/api/v1/sharees";
    private static final String WITH_GROUP = "1";
    private static final int MOST_PAGES = 3;

    private final Ocs ocs;

    Shares(Ocs ocs) {
        this.ocs = ocs;
    }

    /**
     * A share.
     *
     * @param gid the group with which; for a share that is not with a group, what else in brackets
     * @param label what people call the group
     * @param path where its folder is, as the service account sees it
     * @param fileId its folder
     */
    record Share(
            String id,
            String owner,
            String gid,
            String label,
            ShareObject terms,
            String path,
            String fileId) {}

    /** All that the service account gave, to groups and otherwise. */
    List<Share> all() throws TargetUnavailable, CloudSaidNo {
        if (!(ocs.get(SHARES, "list shares") instanceof JsonArray list)) {
            throw damaged();
        }
        List<Share> shares = new ArrayList<>(list.size());
        for (JsonValue each : list) {
            if (each instanceof JsonObject share) {
                shares.add(read(share));
            }
        }
        return shares;
    }

    /**
     * Shares the folder with the group. What is shared already is answered as it is and left
     * unchanged: compare the terms.
     */
    Share make(String path, String gid, ShareObject terms, Cookies cookies)
            throws TargetUnavailable, CloudSaidNo {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("path", path);
        form.put("shareType", WITH_GROUP);
        form.put("shareWith", gid);
        form.put("permissions", String.valueOf(terms.permissions()));
        terms.until().ifPresent(day -> form.put("expireDate", day.toString()));
        return one(ocs.post(SHARES, form, cookies, Repeat.ALLOWED, "share a folder"));
    }

    Share change(String id, ShareObject terms) throws TargetUnavailable, CloudSaidNo {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("permissions", String.valueOf(terms.permissions()));
        form.put("expireDate", terms.until().map(LocalDate::toString).orElse(""));
        return one(ocs.put(SHARES + "/" + Ocs.segment(id), form, "change a share"));
    }

    /** Ends it; ending what is no longer there is no error. */
    void end(String id) throws TargetUnavailable, CloudSaidNo {
        try {
            ocs.delete(SHARES + "/" + Ocs.segment(id), "end a share");
        } catch (CloudSaidNo e) {
            if (e.code() != 404) {
                throw e;
            }
        }
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
                        "look for a group")
                instanceof JsonObject data) {
            return data;
        }
        throw damaged();
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

    private static Share one(JsonValue data) throws TargetUnavailable {
        if (data instanceof JsonObject share) {
            return read(share);
        }
        throw damaged();
    }

    private static Share read(JsonObject share) {
        boolean withGroup = Ocs.text(share, "share_type").equals(WITH_GROUP);
        String expiration = Ocs.text(share, "expiration");
        Optional<LocalDate> until =
                expiration.length() < 10
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(expiration.substring(0, 10)));
        return new Share(
                Ocs.text(share, "id"),
                Ocs.text(share, "uid_owner"),
                withGroup ? Ocs.text(share, "share_with") : with(Ocs.text(share, "share_type")),
                withGroup ? Ocs.text(share, "share_with_displayname") : "",
                new ShareObject(share.getInt("permissions", 0), until),
                Ocs.text(share, "path"),
                Ocs.text(share, "file_source"));
    }

    /** Never {@code share_with}: of a link it is the hash of its password. */
    private static String with(String type) {
        return switch (type) {
            case "0" -> "(a person)";
            case "3" -> "(a link)";
            case "4" -> "(a mail address)";
            case "6", "9" -> "(another cloud)";
            default -> "(share type " + type + ")";
        };
    }

    private static TargetUnavailable damaged() {
        return new TargetUnavailable(
                "The cloud described its shares in a way that this version does not understand; check"
                        + " which version of Nextcloud it has.");
    }
}
