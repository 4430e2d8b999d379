package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Session.Repeat;
import org.freihafen.ids.GrantId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.shares.LinkPassword;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
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

        static Sort of(String number) {
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
     * @param made when it was made
     */
    record Share(
            String id,
            String owner,
            Whom whom,
            String label,
            ShareObject terms,
            String path,
            String fileId,
            Optional<URI> address,
            Instant made) {
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
        return ShareReading.list(ocs.get(SHARES, Saying.of("asked.list-shares")));
    }

    /**
     * The one that is there already. The cloud would make a second link, and refuses to send a
     * second mail to the same address.
     */
    Optional<Share> find(String path, Whom whom) throws TargetUnavailable, CloudSaidNo {
        List<Share> there =
                ShareReading.list(
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

    /** All shares of one file or folder, whoever made them. */
    List<Share> of(String path) throws TargetUnavailable, CloudSaidNo {
        return ShareReading.list(
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
        whom.mark.ifPresent(mark -> form.put("label", ShareReading.LABEL + mark));
        password.ifPresent(word -> form.put("password", word.text()));
        Repeat repeat = whom.sort.linked() ? Repeat.FORBIDDEN : Repeat.ALLOWED;
        return ShareReading.one(ocs.post(SHARES, form, cookies, repeat, Saying.of("asked.share")));
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
        whom.mark.ifPresent(mark -> form.put("label", ShareReading.LABEL + mark));
        password.ifPresent(word -> form.put("password", word.text()));
        return ShareReading.one(
                ocs.put(SHARES + "/" + Ocs.segment(id), form, Saying.of("asked.change-share")));
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
}
