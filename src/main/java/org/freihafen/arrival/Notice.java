package org.freihafen.arrival;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What is done with people's data, as the organisation tells them, in its current version. */
public record Notice(String version, Map<Locale, String> texts) {
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);
    private static final int LONGEST_VERSION = 40;

    public Notice {
        texts = Map.copyOf(texts);
    }

    /**
     * Reads {@code version}, {@code de} and {@code en}.
     *
     * @throws IllegalArgumentException if one is missing, with a sentence that says which
     */
    public static Notice read(Properties file) {
        String version = needed(file, "version");
        if (version.length() > LONGEST_VERSION) {
            throw new IllegalArgumentException("version is longer than 40 characters");
        }
        return new Notice(
                version,
                Map.of(
                        Locale.GERMAN, needed(file, "de"),
                        Locale.ENGLISH, needed(file, "en")));
    }

    private static String needed(Properties file, String key) {
        String text = file.getProperty(key, "").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }

    /** In the language, or in German. */
    public String in(Locale language) {
        Locale spoken = LANGUAGES.contains(language) ? language : Locale.GERMAN;
        return Objects.requireNonNull(texts.get(spoken));
    }
}
