package org.freihafen.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

class RosterProfilesTest {
    @Test
    void every_profile_that_is_shipped_can_be_chosen() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config/rosters"))) {
            assertThat(new RosterProfiles(Optional.empty()).names())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .map(name -> name.replace(".properties", ""))
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void a_profile_of_ones_own_stands_beside_them_and_nothing_else_does(@TempDir Path own)
            throws IOException {
        Files.writeString(own.resolve("verein-nord.properties"), "");
        Files.writeString(own.resolve("sage.properties"), "");
        Files.writeString(own.resolve("Lies mich.txt"), "");

        assertThat(new RosterProfiles(Optional.of(own.toString())).names())
                .containsExactly("sage", "verein-nord");
    }
}
