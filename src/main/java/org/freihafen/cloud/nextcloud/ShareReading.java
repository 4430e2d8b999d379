package org.freihafen.cloud.nextcloud;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.freihafen.cloud.CloudObject.Lock;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.cloud.nextcloud.Shares.Sort;
import org.freihafen.cloud.nextcloud.Shares.Whom;
import org.freihafen.ids.GrantId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shares as Nextcloud writes them. */
final class ShareReading {
    /** Before the grant's id, in the label by which a link of ours is known again. */
    static final String LABEL = "Freihafen ";

    private static final int SHARING_FURTHER = 16;

    private ShareReading() {}

    static List<Share> list(JsonValue answer) throws TargetUnavailable {
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

    static Share one(JsonValue data) throws TargetUnavailable {
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
                address(Ocs.text(share, "url")),
                made(Ocs.text(share, "stime")));
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

    private static Instant made(String seconds) {
        return seconds.matches("[0-9]{1,12}")
                ? Instant.ofEpochSecond(Long.parseLong(seconds))
                : Instant.EPOCH;
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

    static TargetUnavailable damaged() {
        return new TargetUnavailable(Saying.of("cloud.strange-shares"));
    }
}
