package org.freihafen.servers;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

/** Every command of {@code docs/install.md}, run; {@code install-test} says how. */
class InstallIT {
    private static final int NOT_POSSIBLE_HERE = 77;

    @Test
    void the_commands_of_the_installation_guide_lead_to_a_running_product() throws Exception {
        Servers.require("slapd");
        Servers.require("postgres");
        Servers.require("nginx");

        Process walk =
                new ProcessBuilder(
                                Path.of("src/test/install/install-test")
                                        .toAbsolutePath()
                                        .toString(),
                                System.getProperty("java.home"))
                        .redirectErrorStream(true)
                        .start();
        walk.getOutputStream().close();
        String said = new String(walk.getInputStream().readAllBytes(), UTF_8);
        int ended = walk.waitFor();

        if (ended == NOT_POSSIBLE_HERE) {
            Servers.notHere("docs/install.md cannot be walked here: " + said);
        }
        assertThat(ended).as(said).isZero();
    }
}
