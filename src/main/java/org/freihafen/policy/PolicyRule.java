package org.freihafen.policy;

import org.freihafen.policy.Check.State;
import org.freihafen.policy.Requirement.Sign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what was read of a cloud with what it must be. */
public final class PolicyRule {
    private static final String APPS = "apps";
    private static final String SHARING = "files_sharing.";

    /** What Nextcloud 31 shows without further apps. */
    private static final Set<String> KNOWN =
            Set.of(
                    "core",
                    "bruteforce",
                    "files",
                    "activity",
                    "circles",
                    "ocm",
                    "dav",
                    "downloadlimit",
                    "files_sharing",
                    "groupfolders",
                    "notifications",
                    "password_policy",
                    "provisioning_api",
                    "systemtags",
                    "theming",
                    "user_status",
                    "version");

    private static final Set<String> KNOWN_OF_SHARING =
            Set.of(
                    "api_enabled",
                    "public",
                    "resharing",
                    "user",
                    "group_sharing",
                    "group",
                    "default_permissions",
                    "federation",
                    "sharee",
                    "sharebymail");

    private PolicyRule() {}

    public static Inspection inspect(CloudPolicy policy, Reading reading, Instant at) {
        List<String> unknown = policy.internal() ? unknown(policy, reading) : List.of();
        List<Check> checks =
                Requirements.of(policy).stream()
                        .map(requirement ->
                                requirement.name().equals(APPS)
                                        ? apps(requirement, reading, unknown)
                                        : check(requirement, reading))
                        .toList();
        String version = reading.capabilities().getOrDefault("version.string", "");
        return new Inspection(at, policy.internal(), version, checks, unknown);
    }

    /** The cloud could not be asked, and this is why. */
    public static Inspection silent(CloudPolicy policy, String why, Instant at) {
        List<Check> checks =
                Requirements.of(policy).stream()
                        .map(requirement ->
                                requirement.name().equals(Requirements.CONNECTION)
                                        ? new Check(requirement, State.BROKEN, why)
                                        : new Check(requirement, State.UNVERIFIED, ""))
                        .toList();
        return new Inspection(at, policy.internal(), "", checks, List.of());
    }

    private static Check check(Requirement requirement, Reading reading) {
        return switch (requirement.sign()) {
            case Sign.Capability _, Sign.Present _ when reading.capabilities().isEmpty() ->
                    new Check(requirement, State.UNVERIFIED, "");
            case Sign.Capability(String key, String value) -> {
                Optional<String> shown = Optional.ofNullable(reading.capabilities().get(key));
                boolean met = shown.map(value::equals).orElse(value.equals("false"));
                yield new Check(
                        requirement,
                        met ? State.MET : State.BROKEN,
                        key + " = " + shown.orElse("-"));
            }
            case Sign.Present(String key) -> {
                String shown = reading.capabilities().getOrDefault(key, "");
                yield new Check(requirement, shown.isEmpty() ? State.BROKEN : State.MET, shown);
            }
            case Sign.Tried() -> {
                Boolean came = reading.tried().get(requirement.name());
                State state = came == null ? State.UNVERIFIED : came ? State.MET : State.BROKEN;
                yield new Check(requirement, state, "");
            }
            case Sign.Hidden() -> new Check(requirement, State.UNVERIFIED, "");
        };
    }

    private static Check apps(Requirement requirement, Reading reading, List<String> unknown) {
        State state =
                reading.capabilities().isEmpty()
                        ? State.UNVERIFIED
                        : unknown.isEmpty() ? State.MET : State.BROKEN;
        return new Check(requirement, state, String.join(", ", unknown));
    }

    private static List<String> unknown(CloudPolicy policy, Reading reading) {
        return reading.capabilities().keySet().stream()
                .flatMap(PolicyRule::unknownPart)
                .filter(part -> !policy.apps().contains(part))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> unknownPart(String key) {
        String top = first(key);
        if (!KNOWN.contains(top)) {
            return Stream.of(top);
        }
        if (!key.startsWith(SHARING)) {
            return Stream.empty();
        }
        String of = first(key.substring(SHARING.length()));
        return KNOWN_OF_SHARING.contains(of) ? Stream.empty() : Stream.of(SHARING + of);
    }

    private static String first(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
