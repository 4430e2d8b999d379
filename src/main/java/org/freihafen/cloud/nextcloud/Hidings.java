package org.freihafen.cloud.nextcloud;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.Recipient;
import org.freihafen.cloud.nextcloud.Accounts.Account;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Who hid from their own files what is shared with a group of theirs. A cloud's list of shares does
 * not show it; its stream of activities tells the account that shares ("{actor} removed themselves
 * from {file}"). That somebody brought it back it tells nobody. What was read is forgotten at a
 * restart and then read again.
 */
final class Hidings {
    private static final Logger LOG = System.getLogger(Hidings.class.getName());
    private static final String STREAM = "/ocs/v2.php/apps/activity/api/v2/activity/files_sharing";
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 20;

    /** What such an activity names; all others name somebody with whom something is shared, too. */
    private static final Set<String> NAMED = Set.of("file", "actor");

    private final InstantSource clock;
    private final Map<OfShare, Made> shares = new ConcurrentHashMap<>();
    private final Map<String, Map<PersonId, Instant>> hidden = new ConcurrentHashMap<>();
    private final Map<String, Long> read = new ConcurrentHashMap<>();
    private final Map<String, Instant> looked = new ConcurrentHashMap<>();

    Hidings(InstantSource clock) {
        this.clock = clock;
    }

    /** A share as it is now. */
    private record Made(String fileId, Instant at) {}

    /** It is there: whoever hid an older one sees this. */
    void shared(OfShare key, Share share) {
        if (key.to() instanceof Recipient.Members) {
            shares.put(key, new Made(share.fileId(), share.made()));
        }
    }

    /** Those who hid it since it was made. */
    Set<PersonId> of(OfShare key) {
        Made made = shares.get(key);
        return made == null
                ? Set.of()
                : hidden.getOrDefault(made.fileId(), Map.of()).entrySet().stream()
                        .filter(each -> !each.getValue().isBefore(made.at()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    /** Reads on in the accounts' streams, each once an hour; what goes wrong is tried again. */
    void look(List<Account> accounts) {
        for (Account account : accounts) {
            Instant last = looked.getOrDefault(account.login(), Instant.EPOCH);
            if (!last.plus(HOURLY).isAfter(clock.instant())) {
                looked.put(account.login(), clock.instant());
                try {
                    readOn(account);
                } catch (TargetUnavailable | CloudSaidNo e) {
                    LOG.log(Level.INFO, "{0} Who hid a share is not known.", e.getMessage());
                }
            }
        }
    }

    private void readOn(Account account) throws TargetUnavailable, CloudSaidNo {
        Ocs ocs = new Ocs(account.session());
        for (int page = 0; page < MOST_PAGES; page++) {
            String since = read.getOrDefault(account.login(), 0L).toString();
            Optional<JsonValue> answer =
                    ocs.getNew(
                            STREAM + "?sort=asc&limit=" + PAGE + "&since=" + since,
                            Saying.of("asked.activities"));
            if (!(answer.orElse(JsonValue.NULL) instanceof JsonArray activities)
                    || activities.isEmpty()) {
                return;
            }
            long last = 0;
            for (JsonValue each : activities) {
                if (each instanceof JsonObject activity) {
                    last = Math.max(last, activity.getInt("activity_id", 0));
                    note(account, activity);
                }
            }
            if (last <= read.getOrDefault(account.login(), 0L) || activities.size() < PAGE) {
                read.merge(account.login(), last, Math::max);
                return;
            }
            read.put(account.login(), last);
        }
    }

    private void note(Account account, JsonObject activity) {
        if (!Ocs.text(activity, "app").equals("files_sharing")
                || !(activity.get("subject_rich") instanceof JsonArray rich)
                || rich.size() < 2
                || !(rich.get(1) instanceof JsonObject named)
                || !named.keySet().equals(NAMED)
                || !(named.get("actor") instanceof JsonObject actor)) {
            return;
        }
        String uid = Ocs.text(actor, "id");
        try {
            if (!uid.equals(account.login())) {
                hidden.computeIfAbsent(
                                Ocs.text(activity, "object_id"), _ -> new ConcurrentHashMap<>())
                        .merge(
                                PersonId.of(uid),
                                OffsetDateTime.parse(Ocs.text(activity, "datetime")).toInstant(),
                                (one, other) -> one.isAfter(other) ? one : other);
            }
        } catch (IllegalArgumentException | DateTimeException nobodyOfOurs) {
            LOG.log(Level.DEBUG, "An activity of somebody who is none of ours.");
        }
    }
}
