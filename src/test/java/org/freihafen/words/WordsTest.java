package org.freihafen.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Refusal;
import org.freihafen.settings.ShippedKinds;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

class WordsTest {
    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        Path file =
                Path.of("src/main/resources/org/freihafen/words/words_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    @Test
    void both_languages_have_the_same_sentences() throws IOException {
        assertThat(words("en").stringPropertyNames()).isEqualTo(words("de").stringPropertyNames());
    }

    @Test
    void every_rule_says_why_and_what_would_be_allowed() {
        for (Locale language : Words.LANGUAGES) {
            Words words = Words.in(language);
            for (Refusal.Rule rule : Refusal.Rule.values()) {
                Refusal refusal = Refusal.by(rule, "one", "two");
                assertThat(words.why(refusal, ShippedKinds.read())).isNotBlank();
                assertThat(words.cure(refusal, ShippedKinds.read())).isNotBlank();
            }
        }
    }

    @Test
    void a_refusal_by_a_ceiling_is_a_plain_sentence_in_both_languages() {
        Refusal kind =
                Refusal.by(Refusal.Rule.CEILING_KIND, "AG Umwelt, Nord", "link, mail", "federated");
        Refusal wider = Refusal.by(Refusal.Rule.CEILING_WIDER, "working-group", "nobody", "any");
        Refusal longest = Refusal.by(Refusal.Rule.CEILING_LONGEST, "working", "30", "2026-12-31");
        Words german = Words.in(Locale.GERMAN);
        Words english = Words.in(Locale.ENGLISH);

        assertThat(german.why(kind, ShippedKinds.read()))
                .isEqualTo(
                        "Die Regel von „AG Umwelt, Nord“ erlaubt keine Freigabe an andere Clouds.");
        assertThat(german.cure(kind, ShippedKinds.read()))
                .startsWith("Freigeben können Sie an Gruppen und an Links, E-Mail-Adressen.");
        assertThat(english.why(kind, ShippedKinds.read()))
                .isEqualTo("The rule of “AG Umwelt, Nord” allows no grant to other clouds.");
        assertThat(german.why(wider, ShippedKinds.read())).contains("„Arbeitsgruppe“");
        assertThat(german.cure(wider, ShippedKinds.read()))
                .endsWith("an sonst niemanden; Tage höchstens: beliebig viele.");
        assertThat(german.why(longest, ShippedKinds.read())).contains("„Dateiablage“");
        assertThat(german.cure(longest, ShippedKinds.read())).contains("31. Dezember 2026");
        assertThat(english.cure(longest, ShippedKinds.read())).contains("31 December 2026");
    }

    @Test
    void a_kind_and_a_cause_are_said_in_the_readers_language() {
        Words german = Words.in(Locale.GERMAN);

        assertThat(
                        german.why(
                                Refusal.by(
                                        Refusal.Rule.KIND_NOT_ALLOWED_HERE,
                                        "board",
                                        "working-group"),
                                ShippedKinds.read()))
                .startsWith("Unter „Arbeitsgruppe“ ist „Vorstand“ nicht vorgesehen");
        assertThat(
                        german.why(
                                Refusal.by(Refusal.Rule.NAME_NOT_ALLOWED, "Vorstand", "RESERVED"),
                                ShippedKinds.read()))
                .startsWith("Der Name „Vorstand“ geht nicht: er ist vorbehalten.");
    }
}
