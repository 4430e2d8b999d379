package org.freihafen.cloud.nextcloud;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.CloudIds;
import org.freihafen.groups.GroupId;
import org.freihafen.policy.Inspection;
import org.freihafen.policy.PolicyRule;
import org.freihafen.policy.Reading;
import org.freihafen.policy.Requirements;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads what of a cloud's policy shows: its capabilities in every full run; from time to time,
 * whether a search by the beginning of a group's name comes back empty as it must. Nothing of it
 * stops a run.
 */
final class Inspector {
    private static final String CAPABILITIES = "/ocs/v2.php/cloud/capabilities";
    private static final Duration PROBE_AGAIN = Duration.ofHours(1);
    private static final Duration PROBE_AT_LATEST = Duration.ofHours(6);
    private static final int SHORTEST_PROBE = 3;

    private final Accounts accounts;
    private final Cloud cloud;
    private final Ocs ocs;
    private final TeamFolders teamFolders;
    private final CloudIds ids;
    private final Supplier<Map<GroupId, String>> labels;
    private final InstantSource clock;
    private final Map<String, Boolean> tried = new HashMap<>();
    private Instant probed;

    /** When the cloud last said whether the service account may administer Team folders. */
    private Instant asked;

    private Optional<Inspection> last = Optional.empty();

    Inspector(
            Accounts accounts,
            TeamFolders teamFolders,
            CloudIds ids,
            Supplier<Map<GroupId, String>> labels,
            InstantSource clock) {
        this.accounts = accounts;
        this.cloud = accounts.first().session().cloud();
        this.ocs = new Ocs(accounts.first().session());
        this.teamFolders = teamFolders;
        this.ids = ids;
        this.labels = labels;
        this.clock = clock;
        this.probed = clock.instant().minus(PROBE_AGAIN);
        this.asked = probed;
    }

    synchronized Optional<Inspection> last() {
        return last;
    }

    /** Whether the search has waited so long that something else must wait for it. */
    synchronized boolean overdue() {
        return !clock.instant().isBefore(probed.plus(PROBE_AT_LATEST));
    }

    /**
     * Looks, after all of ours in the cloud was read.
     *
     * @param ours how much of ours there is
     * @param spare whether this run has a request to spare
     */
    synchronized void inspect(int ours, boolean spare) {
        tried.put(Requirements.CONNECTION, true);
        boolean told = !ids.groups(cloud.name()).isEmpty();
        if (told || ours > 0) {
            tried.put(Requirements.GROUPS, told);
        }
        Map<String, String> capabilities = new HashMap<>();
        try {
            capabilities.putAll(capabilities());
            boolean search = spare && due(probed) && (!asked.isBefore(probed) || overdue());
            if (!tried.getOrDefault(Requirements.DELEGATION, false)
                    || (spare && !search && due(asked))) {
                asked = clock.instant();
                tried.put(Requirements.DELEGATION, teamFolders.delegatedTo(accounts.groups()));
            }
            if (search) {
                probe();
            }
        } catch (TargetUnavailable | CloudSaidNo e) {
            tried.keySet().removeIf(name -> !name.equals(Requirements.CONNECTION));
        }
        last =
                Optional.of(
                        PolicyRule.inspect(
                                cloud.policy(), new Reading(capabilities, tried), clock.instant()));
    }

    private boolean due(Instant last) {
        return !clock.instant().isBefore(last.plus(PROBE_AGAIN));
    }

    synchronized void silent(String why) {
        tried.clear();
        last = Optional.of(PolicyRule.silent(cloud.policy(), why, clock.instant()));
    }

    private void probe() throws TargetUnavailable, CloudSaidNo {
        probed = clock.instant();
        Map<String, String> all =
                labels.get().values().stream()
                        .collect(
                                Collectors.toMap(
                                        label -> label.toLowerCase(Locale.ROOT),
                                        label -> label,
                                        (one, _) -> one));
        Optional<String> beginning =
                all.keySet().stream()
                        .filter(label -> label.length() > SHORTEST_PROBE)
                        .map(label -> label.substring(0, label.length() - 1).strip())
                        .filter(label -> !all.containsKey(label))
                        .sorted()
                        .findFirst();
        if (beginning.isPresent()) {
            tried.put(Requirements.ENUMERATION, !accounts.first().sharees().finds(beginning.get()));
        }
    }

    private Map<String, String> capabilities() throws TargetUnavailable, CloudSaidNo {
        Map<String, String> read = new HashMap<>();
        if (ocs.get(CAPABILITIES, Saying.of("asked.capabilities")) instanceof JsonObject data) {
            if (data.get("version") instanceof JsonObject version) {
                flatten("version", version, read);
            }
            if (data.get("capabilities") instanceof JsonObject all) {
                all.forEach((key, value) -> flatten(key, value, read));
            }
        }
        return read;
    }

    private static void flatten(String path, JsonValue value, Map<String, String> into) {
        switch (value) {
            case JsonObject object when !object.isEmpty() ->
                    object.forEach((key, inside) -> flatten(path + "." + key, inside, into));
            case JsonString string -> into.put(path, string.getString());
            default -> into.put(path, value.toString());
        }
    }
}
