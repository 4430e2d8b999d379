package org.freihafen.retention;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the retention table: a sort of data, why there is any, and how long it is kept.
 *
 * @param after how long after it is over; empty for what no clock ends
 * @param words what it is, why and until when it is kept, and by which law, in each language
 */
public record Retained(String name, Optional<Duration> after, Map<String, String> words) {
    public Retained {
        words = Map.copyOf(words);
    }

    public String what(String language) {
        return word("what", language);
    }

    public String why(String language) {
        return word("why", language);
    }

    /** When it is over, or until when it is kept if no clock ends it. */
    public String until(String language) {
        return word("until", language);
    }

    /** The law that allows or demands to keep it. */
    public String basis(String language) {
        return word("basis", language);
    }

    private String word(String part, String language) {
        return words.getOrDefault(part + "." + language, "");
    }
}
