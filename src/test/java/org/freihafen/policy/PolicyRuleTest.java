package org.freihafen.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.policy.Check.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

class PolicyRuleTest {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final CloudPolicy BOARD = new CloudPolicy(true, "robots", "board", Set.of());
    private static final CloudPolicy WORKING =
            new CloudPolicy(false, "robots", "working", Set.of());

    private final Map<String, String> capabilities =
            new HashMap<>(
                    Map.of(
                            "version.string", "31.0.2",
                            "groupfolders.appVersion", "19.1.20",
                            "bruteforce.allow-listed", "true",
                            "files_sharing.api_enabled", "true",
                            "files_sharing.group_sharing", "true",
                            "files_sharing.public.enabled", "false",
                            "files_sharing.federation.outgoing", "false",
                            "files_sharing.federation.incoming", "false",
                            "files_sharing.resharing", "false",
                            "files_sharing.sharebymail.enabled", "false"));
    private final Map<String, Boolean> tried =
            new HashMap<>(
                    Map.of(
                            Requirements.CONNECTION, true,
                            Requirements.DELEGATION, true,
                            Requirements.GROUPS, true,
                            Requirements.ENUMERATION, true));

    private Inspection inspect(CloudPolicy policy) {
        return PolicyRule.inspect(policy, new Reading(capabilities, tried), NOW);
    }

    private State of(CloudPolicy policy, String name) {
        return inspect(policy).checks().stream()
                .filter(check -> check.requirement().name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void a_cloud_that_shows_what_it_must_raises_no_alarm() {
        assertThat(inspect(BOARD).alarms()).isEmpty();
        assertThat(inspect(WORKING).alarms()).isEmpty();
        assertThat(inspect(BOARD).version()).isEqualTo("31.0.2");
    }

    @ParameterizedTest
    @CsvSource({
        "files_sharing.public.enabled, links",
        "files_sharing.sharebymail.enabled, mail",
        "files_sharing.federation.outgoing, federation-out",
        "files_sharing.federation.incoming, federation-in",
        "files_sharing.sharee.query_lookup_default, lookup",
        "files_sharing.resharing, resharing"
    })
    void each_way_out_of_an_internal_cloud_is_an_alarm_with_its_cure(String key, String name) {
        capabilities.put(key, "true");

        assertThat(inspect(BOARD).alarms())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.requirement().name()).isEqualTo(name);
                    assertThat(check.requirement().commands()).isNotEmpty();
                    assertThat(check.shown()).isEqualTo(key + " = true");
                });
        assertThat(inspect(WORKING).alarms()).isEmpty();
    }

    @Test
    void what_an_internal_cloud_can_do_and_nobody_knows_is_an_alarm() {
        capabilities.put("spreed.features", "chat");
        capabilities.put("files_sharing.teleport.enabled", "true");

        assertThat(inspect(BOARD).unknown()).containsExactly("files_sharing.teleport", "spreed");
        assertThat(of(BOARD, "apps")).isEqualTo(State.BROKEN);
        assertThat(inspect(WORKING).unknown()).isEmpty();

        CloudPolicy accepting =
                new CloudPolicy(
                        true, "robots", "board", Set.of("spreed", "files_sharing.teleport"));
        assertThat(inspect(accepting).alarms()).isEmpty();
    }

    @Test
    void what_cannot_be_read_back_is_said_to_be_unverified() {
        assertThat(of(BOARD, "sharers")).isEqualTo(State.UNVERIFIED);
        assertThat(of(BOARD, "homes")).isEqualTo(State.UNVERIFIED);
        tried.remove(Requirements.ENUMERATION);
        assertThat(of(WORKING, "enumeration")).isEqualTo(State.UNVERIFIED);
    }

    @Test
    void a_search_that_finds_more_than_was_asked_for_is_an_alarm() {
        tried.put(Requirements.ENUMERATION, false);

        assertThat(of(WORKING, "enumeration")).isEqualTo(State.BROKEN);
    }

    @Test
    void a_cloud_without_team_folders_misses_them() {
        capabilities.remove("groupfolders.appVersion");

        assertThat(of(WORKING, "team-folders")).isEqualTo(State.BROKEN);
    }

    @Test
    void a_cloud_that_cannot_be_asked_says_why_and_nothing_else() {
        Inspection silent = PolicyRule.silent(BOARD, "The cloud board cannot be reached.", NOW);

        assertThat(silent.alarms())
                .singleElement()
                .satisfies(check ->
                        assertThat(check.shown()).isEqualTo("The cloud board cannot be reached."));
        assertThat(silent.in(State.MET)).isEmpty();
    }

    @Test
    void the_service_accounts_group_alone_may_share_in_an_internal_cloud() {
        assertThat(Requirements.of(BOARD).toString())
                .contains("shareapi_exclude_groups_list --value='[\"robots\"]'")
                .contains("cn=cloud-board,");
    }

    @Test
    void the_script_for_nextcloud_sets_what_the_list_asks_for() throws IOException {
        String script = Files.readString(Path.of("docker/nextcloud/freihafen.sh"));

        assertThat(
                        Requirements.of(WORKING).stream()
                                .flatMap(requirement -> requirement.commands().stream())
                                .filter(command -> command.startsWith("occ config:"))
                                .filter(command -> !command.endsWith("=yes"))
                                .filter(command -> !command.contains("ADDRESS")))
                .allSatisfy(command -> assertThat(script).contains(command));
    }
}
