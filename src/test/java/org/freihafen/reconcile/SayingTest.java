package org.freihafen.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class SayingTest {
    private static final Pattern KEY =
            Pattern.compile("Saying\\s*\\.of\\(\\s*\"([a-z.-]+)\"\\s*[,)]");

    @Test
    void it_is_said_in_the_readers_language_with_what_the_server_said_word_for_word() {
        Saying full = Saying.of("ldap.full").quoting("no space left on device\n");

        assertThat(full.in(Locale.GERMAN))
                .isEqualTo(
                        "Der LDAP-Server konnte es nicht: Ist seine Platte oder seine Datenbank"
                                + " (olcDbMaxSize) voll? Schaffen Sie Platz; der nächste Lauf macht"
                                + " weiter. (wörtlich: „no space left on device“)");
        assertThat(full).hasToString(full.in(Locale.ENGLISH)).asString().contains("disk");
        assertThat(Saying.of("ldap.full").quoting("")).isEqualTo(Saying.of("ldap.full"));
    }

    @Test
    void details_stand_in_brackets() {
        Saying changed =
                Saying.of("group.change", "AG Umwelt")
                        .with(Saying.of("joining", 3), Saying.of("leaving", 1));

        assertThat(changed.in(Locale.GERMAN))
                .isEqualTo("Gruppe „AG Umwelt“ ändern (3 dazu, 1 weg)");
    }

    @Test
    void what_a_former_version_said_is_told_without_its_words() {
        assertThat(Saying.of("gone.with-the-wind", "AG", 7)).hasToString("gone.with-the-wind AG 7");
    }

    @Test
    void whatever_is_said_has_words_in_both_languages() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(source))
                        .results()
                        .forEach(key -> said.add(key.group(1)));
            }
        }

        assertThat(words("en")).containsAll(said).isEqualTo(words("de"));
        assertThat(said).contains("ldap.slow", "account");
    }

    private static Set<String> words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader =
                Files.newBufferedReader(
                        Path.of(
                                "src/main/resources/org/freihafen/reconcile/sayings_"
                                        + language
                                        + ".properties"))) {
            words.load(reader);
        }
        return words.stringPropertyNames();
    }
}
