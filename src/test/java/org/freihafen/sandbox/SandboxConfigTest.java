package org.freihafen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

class SandboxConfigTest {
    @TempDir private Path data;

    @Test
    void outside_the_sandbox_it_sets_nothing() {
        assertThat(new SandboxConfig(_ -> null, _ -> null).getPropertyNames()).isEmpty();
    }

    @Test
    void the_environment_says_that_this_is_the_sandbox_just_as_a_property_does() {
        Map<String, String> environment =
                Map.of(
                        "FREIHAFEN_SANDBOX",
                        "true",
                        "FREIHAFEN_DATA",
                        data.toString(),
                        "FREIHAFEN_SANDBOX_LDAP_PORT",
                        "4711");

        assertThat(new SandboxConfig(_ -> null, environment::get).getValue("ldap.url"))
                .isEqualTo("ldap://127.0.0.1:4711");
    }

    @Test
    void the_board_has_a_cloud_of_its_own() {
        Map<String, String> properties =
                Map.of("freihafen.sandbox", "true", "freihafen.data", data.toString());
        SandboxConfig config = new SandboxConfig(properties::get, _ -> null);

        assertThat(config.getValue("clouds")).isEqualTo("working, board");
        assertThat(config.getValue("clouds.board.url"))
                .isEqualTo("http://127.0.0.1:8080/cloud-board");
        assertThat(config.getValue("clouds.board.units")).isEqualTo("board");
        assertThat(config.getValue("clouds.board.password")).isNull();
    }

    @Test
    void its_directory_tells_who_uses_their_account() {
        Map<String, String> properties =
                Map.of("freihafen.sandbox", "true", "freihafen.data", data.toString());

        assertThat(new SandboxConfig(properties::get, _ -> null).getValue("ldap.last-use"))
                .isEqualTo("authTimestamp");
    }

    @Test
    void a_property_outranks_the_environment() {
        Map<String, String> properties = Map.of("freihafen.sandbox", "false");
        Map<String, String> environment = Map.of("FREIHAFEN_SANDBOX", "true");

        assertThat(new SandboxConfig(properties::get, environment::get).getPropertyNames())
                .isEmpty();
    }
}
