package org.freihafen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

class SandboxSecretsTest {
    @TempDir private Path data;

    @Test
    void secrets_are_made_once_and_only_the_user_of_the_process_reads_them() throws IOException {
        SandboxSecrets made = SandboxSecrets.in(data, new Random(1));
        SandboxSecrets again = SandboxSecrets.in(data, new Random(2));

        assertThat(made.of(SandboxSecrets.WRITER)).hasSizeGreaterThan(30);
        assertThat(again.all()).isEqualTo(made.all());
        assertThat(made.all())
                .containsOnlyKeys(
                        SandboxSecrets.WRITER, SandboxSecrets.CLOUD, SandboxSecrets.BOARD_CLOUD);
        assertThat(made.of(SandboxSecrets.WRITER)).isNotEqualTo(made.of(SandboxSecrets.CLOUD));
        Path file = data.resolve("sandbox/secrets.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
