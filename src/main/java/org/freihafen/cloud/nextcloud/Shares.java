package org.freihafen.cloud.nextcloud;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.freihafen.cloud.CloudObject.Lock;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Session.Repeat;
import org.freihafen.ids.GrantId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.shares.LinkPassword;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service account's shares. A share's expiry is the first day on which it no longer holds:
 * Nextcloud ends it when that day begins, and refuses today as being in the past.
 */
final class Shares {
    private static final String SHARES = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private static final String SHAREES = "/ocs/v2.php/apps/files_sharing/api/v1/sharees";
    private static final String LABEL = "Freihafen ";
    private static final int SHARING_FURTHER = 16;
    private static final int MOST_PAGES = 3;

    private final Ocs ocs;

    Shares(Ocs ocs) {
        this.ocs = ocs;
    }

    /** The sorts of shares that the product makes, by Nextcloud's numbers for them. */
    enum Sort {
        PERSON("0"),
        GROUP("1"),
        LINK("3"),
        MAIL("4"),
        REMOTE("6"),
        OTHER("");

        private final String number;

        Sort(String number) {
            this.number = number;
        }

        /** Whether the cloud makes an address for it that anybody can open. */
        boolean linked() {
            return this == LINK || this == MAIL;
        }

        /** Nextcloud's number for it. */
        String way() {
            return number;
        }

        private static Sort of(String number) {
            return Arrays.stream(values())
                    .filter(sort -> sort.number.equals(number))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /**
     * With whom to share.
     *
     * @param with the cloud's name of the recipient; empty for a link
     * @param mark by which a link is known again, as there may be several
     */
    record Whom(Sort sort, String with, Optional<GrantId> mark) {}

    /**
     * A share.
     *
     * @param whom with whom; the mark of a link that we did not make is empty
     * @param label what people call the recipient
     * @param path where its folder is, as the service account sees it
     * @param fileId its folder
     * @param address where a link leads; empty otherwise
     */
    record Share(
            String id,
            String owner,
            Whom whom,
            String label,
            ShareObject terms,
            String path,
            String fileId,
            Optional<URI> address) {
        /** With whom, for people who look at what is not ours. */
        String with() {
            return switch (whom.sort) {
                case GROUP -> whom.with;
                case PERSON -> "(a person)";
                case LINK -> "(a link)";
                case MAIL -> "(a mail address)";
                case REMOTE -> "(another cloud)";
                case OTHER -> "(another sort of share)";
            };
        }
    }

    /** All that the service account gave, to groups and otherwise. */
    List<Share> all() throws TargetUnavailable, CloudSaidNo {
        return list(ocs.get(SHARES, Saying.of("asked.list-shares")));
    }

    /**
     * The one that is there already. The cloud would make a second link, and refuses to send a
     * second mail to the same address.
     */
    Optional<Share> find(String path, Whom whom) throws TargetUnavailable, CloudSaidNo {
        List<Share> there =
                list(
                        ocs.get(
                                SHARES + "?path=" + Ocs.segment(path),
                                Saying.of("asked.list-folders-shares")));
        return there.stream()
                .filter(share -> share.whom.equals(whom))
                .findFirst()
                .or(() ->
                        there.stream()
                                .filter(share -> whom.sort != Sort.LINK)
                                .filter(share -> share.whom.sort == whom.sort)
                                .filter(share -> share.whom.with.equals(whom.with))
                                .findFirst());
    }

    private static List<Share> list(JsonValue answer) throws TargetUnavailable {
        if (!(answer instanceof JsonArray list)) {
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

    /** All shares of one file or folder, whoever made them. */
    List<Share> of(String path) throws TargetUnavailable, CloudSaidNo {
        return list(
                ocs.get(
                        SHARES + "?path=" + Ocs.segment(path) + "&reshares=true",
                        Saying.of("asked.list-folders-shares")));
    }

    /**
     * Shares the folder. What is shared with a person or group already is answered as it is and
     * left unchanged: compare the terms. A link would be made again, so this is not repeated for
     * one.
     *
     * @param password for a link that is to ask for one
     */
    Share make(
            String path,
            Whom whom,
            ShareObject terms,
            Optional<LinkPassword> password,
            Cookies cookies)
            throws TargetUnavailable, CloudSaidNo {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("path", path);
        form.put("shareType", whom.sort.number);
        if (!whom.with.isEmpty()) {
            form.put("shareWith", whom.with);
        }
        form.put("permissions", String.valueOf(terms.permissions()));
        terms.until().ifPresent(day -> form.put("expireDate", day.toString()));
        whom.mark.ifPresent(mark -> form.put("label", LABEL + mark));
        password.ifPresent(word -> form.put("password", word.text()));
        Repeat repeat = whom.sort.linked() ? Repeat.FORBIDDEN : Repeat.ALLOWED;
        return one(ocs.post(SHARES, form, cookies, repeat, Saying.of("asked.share")));
    }

    /**
     * Changes it.
     *
     * @param password a new one; empty takes it away; nothing leaves it as it is
     */
    Share change(String id, Whom whom, ShareObject terms, Optional<LinkPassword> password)
            throws TargetUnavailable, CloudSaidNo {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("permissions", String.valueOf(terms.permissions()));
        form.put("expireDate", terms.until().map(LocalDate::toString).orElse(""));
        whom.mark.ifPresent(mark -> form.put("label", LABEL + mark));
        password.ifPresent(word -> form.put("password", word.text()));
        return one(ocs.put(SHARES + "/" + Ocs.segment(id), form, Saying.of("asked.change-share")));
    }

    /** Ends it; ending what is no longer there is no error. */
    void end(String id) throws TargetUnavailable, CloudSaidNo {
        try {
            ocs.delete(SHARES + "/" + Ocs.segment(id), Saying.of("asked.end-share"));
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
                        Saying.of("asked.find-group"))
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
        Sort sort = Sort.of(Ocs.text(share, "share_type"));
        String expiration = Ocs.text(share, "expiration");
        Optional<LocalDate> until =
                expiration.length() < 10
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(expiration.substring(0, 10)));
        int bits = share.getInt("permissions", 0);
        return new Share(
                Ocs.text(share, "id"),
                Ocs.text(share, "uid_owner"),
                whom(share, sort),
                sort == Sort.GROUP ? Ocs.text(share, "share_with_displayname") : "",
                new ShareObject(
                        sort.linked() ? bits & ~SHARING_FURTHER : bits,
                        until,
                        sort.linked() && !Ocs.text(share, "password").isEmpty()
                                ? Lock.PASSWORD
                                : Lock.OPEN),
                Ocs.text(share, "path"),
                Ocs.text(share, "file_source"),
                address(Ocs.text(share, "url")));
    }

    /** Of a link {@code share_with} is the hash of its password, which is not looked at. */
    private static Whom whom(JsonObject share, Sort sort) {
        return new Whom(
                sort,
                sort == Sort.LINK || sort == Sort.OTHER ? "" : Ocs.text(share, "share_with"),
                sort.linked() ? mark(Ocs.text(share, "label")) : Optional.empty());
    }

    private static Optional<URI> address(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new URI(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<GrantId> mark(String label) {
        try {
            return label.startsWith(LABEL)
                    ? Optional.of(GrantId.of(label.substring(LABEL.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static TargetUnavailable damaged() {
        return new TargetUnavailable(Saying.of("cloud.strange-shares"));
    }
}
