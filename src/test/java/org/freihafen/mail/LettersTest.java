package org.freihafen.mail;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.freihafen.ids.PersonId;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What letters say, and that nothing in them can become more than words. */
class LettersTest {
    private static final UUID ID = new UUID(7, 7);
    private final Wording wording =
            new Wording(Post.SECRETS, "Bund", "de", "https://freihafen.example.org/");
    private final Properties german = words("de");
    private final Properties english = words("en");

    private static Properties words(String language) {
        Properties words = new Properties();
        Path file =
                Path.of(
                        "src/main/resources/org/freihafen/mail/letters_"
                                + language
                                + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return words;
    }

    private Envelope worded(Template template, Locale language, String name, String... facts) {
        Letter letter =
                new Letter(
                        ID,
                        new Addressee.ToPerson(new PersonId(ID)),
                        template,
                        List.of(facts),
                        Optional.of(language));
        return wording.envelope(Posted.fresh(letter, Instant.EPOCH), "rosa@example.org", name);
    }

    @Example
    void every_letter_is_worded_in_both_languages_with_the_same_facts() {
        Set<String> needed =
                Stream.of(Template.values())
                        .flatMap(each -> Stream.of(each + ".subject", each + ".text"))
                        .collect(Collectors.toSet());
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(german.stringPropertyNames()).containsAll(needed);
        for (String key : german.stringPropertyNames()) {
            assertThat(facts(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(facts(german.getProperty(key)));
        }
        assertThat(Stream.concat(german.values().stream(), english.values().stream()))
                .noneMatch(sentence -> sentence.toString().contains("'"));
    }

    @Example
    void days_are_written_as_people_read_them() {
        String[] facts = {"AG Umwelt", "2", "2026-10-08, 2026-12-31"};
        assertThat(worded(Template.GRANTS_END, Locale.GERMAN, "Rosa", facts).text())
                .contains("8. Oktober 2026, 31. Dezember 2026");
        assertThat(worded(Template.GRANTS_END, Locale.ENGLISH, "Rosa", facts).text())
                .contains("8 October 2026, 31 December 2026");
        assertThat(worded(Template.GRANTS_END, Locale.ENGLISH, "Rosa", "A", "1", "2026-99-99"))
                .extracting(Envelope::text)
                .asString()
                .contains("2026-99-99");
    }

    private static Set<String> facts(String sentence) {
        return Pattern.compile("\\{(\\d)")
                .matcher(sentence)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Property(tries = 300)
    void no_fact_and_no_name_breaks_a_line_or_begins_a_header(
            @ForAll String fact, @ForAll String name) {
        for (Template template : Template.values()) {
            String[] facts =
                    Stream.generate(() -> fact + "\r\nBcc: all@example.org")
                            .limit(6)
                            .toArray(String[]::new);
            Envelope letter = worded(template, Locale.ENGLISH, name, facts);
            String[] plain = Stream.generate(() -> "x").limit(6).toArray(String[]::new);
            long lines = worded(template, Locale.ENGLISH, "x", plain).text().lines().count();
            assertThat(letter.subject()).doesNotContain("\r", "\n");
            assertThat(letter.text().lines().count()).isEqualTo(lines);
            assertThat(letter.text().lines()).noneMatch(line -> line.startsWith("Bcc"));
        }
    }

    @Property(tries = 500)
    void whatever_is_an_address_is_one_word_without_anything_unseen(@ForAll String text) {
        for (String tried : List.of(text, text + "@example.org", "rosa@" + text + ".org")) {
            if (AddressRule.allowed(tried)) {
                assertThat(AddressRule.oneLine(tried)).isEqualTo(tried);
                assertThat(tried).doesNotContain(" ", ",", ";", "<", ">", "\"", "(", ")", ":");
                assertThat(tried.chars().filter(c -> c == '@')).hasSize(1);
            }
        }
    }

    @Example
    void usual_addresses_are_allowed_and_what_could_go_elsewhere_is_not() {
        assertThat(
                        List.of(
                                "rosa@example.org",
                                "rosa.weiß+x@büro.example.org",
                                "o'neill@example.org"))
                .allMatch(AddressRule::allowed);
        assertThat(
                        List.of(
                                "",
                                "rosa",
                                "rosa@example",
                                "rosa@example.org,karl@example.org",
                                "rosa@example.org\nBcc: x@example.org",
                                "Rosa <rosa@example.org>",
                                ".rosa@example.org",
                                "rosa@-example.org",
                                "r".repeat(65) + "@example.org",
                                "rosa@" + "e".repeat(260) + ".org"))
                .noneMatch(AddressRule::allowed);
    }

    @Example
    void logs_can_hold_neither_addresses_nor_words() {
        Envelope letter = worded(Template.TRIAL, Locale.GERMAN, "Rosa");
        assertThat(letter.toString()).doesNotContain("rosa", "Freihafen");
        assertThat(new Addressee.ToAddress(new PersonId(ID), "rosa@example.org").toString())
                .doesNotContain("rosa");
    }
}
