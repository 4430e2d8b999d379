package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class PageWordsTest {
    private static final Path WORDS = Path.of("src/main/resources/org/freihafen/pages");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern SAID = Pattern.compile("w\\.say\\('([\\w.]+)'(?!\\.concat)");
    private static final Pattern DEED =
            Pattern.compile(
                    "AuditEntry\\.(?:of|by\\w*)\\([^;]*?\"([a-z-]+\\.[a-z-]+)\"", Pattern.DOTALL);
    private static final Pattern JARGON =
            Pattern.compile(
                    "\\b(LDAP|OCS|WebDAV|DN|ACL|UUID|Hash|Token|Backend|Sync|Cronjob|Node|OU)\\b");

    private final Properties german = read("pages_de.properties");
    private final Properties english = read("pages_en.properties");

    @Test
    void every_sentence_is_said_in_both_languages() {
        assertThat(keys(english)).isEqualTo(keys(german));
    }

    @Test
    void both_languages_name_the_same_facts() {
        for (String key : keys(german)) {
            assertThat(facts(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(facts(german.getProperty(key)));
        }
    }

    @Test
    void every_sentence_that_a_page_says_is_there() throws IOException {
        try (Stream<Path> pages = Files.walk(PAGES)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".xhtml")).toList()) {
                List<String> said =
                        SAID.matcher(Files.readString(page))
                                .results()
                                .map(match -> match.group(1))
                                .filter(key -> !key.endsWith("."))
                                .toList();
                assertThat(keys(german)).as(page.toString()).containsAll(said);
            }
        }
    }

    @Test
    void no_straight_apostrophe_swallows_a_fact() {
        assertThat(Stream.concat(german.values().stream(), english.values().stream()))
                .noneMatch(sentence -> sentence.toString().contains("'"));
    }

    @Test
    void no_sentence_speaks_jargon() {
        assertThat(Stream.concat(german.values().stream(), english.values().stream()))
                .noneMatch(sentence -> JARGON.matcher(sentence.toString()).find());
    }

    /** The record shows everybody what was done, and nobody a key of ours. */
    @Test
    void every_deed_in_the_trail_has_a_name_for_people() throws IOException {
        Set<String> deeds = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                DEED.matcher(Files.readString(file))
                        .results()
                        .map(match -> "held.value." + match.group(1))
                        .forEach(deeds::add);
            }
        }
        assertThat(deeds).hasSizeGreaterThan(40);
        assertThat(keys(german)).containsAll(deeds);
    }

    private static Set<String> keys(Properties words) {
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static Set<String> facts(String sentence) {
        return Pattern.compile("\\{(\\d)")
                .matcher(sentence)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Properties read(String name) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS.resolve(name))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
