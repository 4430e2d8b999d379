package org.freihafen.retention;

import org.freihafen.retention.Leftovers.Sort;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The one table of what is kept, why, how long and by which law. */
public final class Retention {
    /** Rosters that wait: discarded by their use case, not deleted. */
    static final String WAITING_ROSTERS = "waiting-rosters";

    /** People who left: erased by their use case. */
    private static final String REGISTER = "register";

    private static final List<String> PARTS = List.of("what", "why", "until", "basis");
    private static final List<String> LANGUAGES = List.of("de", "en");

    private final Map<String, Retained> rows;

    private Retention(Map<String, Retained> rows) {
        this.rows = rows;
    }

    /**
     * Reads the table from {@code <name>.<part>.<language>} and {@code <name>.days}.
     *
     * @throws IllegalArgumentException naming the line that is missing or wrong
     */
    public static Retention read(Properties table) {
        Map<String, Retained> rows = new LinkedHashMap<>();
        for (String name : names(table)) {
            Map<String, String> words = new HashMap<>();
            for (String part : PARTS) {
                for (String language : LANGUAGES) {
                    words.put(
                            part + "." + language,
                            needed(table, name + "." + part + "." + language));
                }
            }
            Optional<Duration> after =
                    Optional.ofNullable(table.getProperty(name + ".days"))
                            .map(days -> days(name, days));
            rows.put(name, new Retained(name, after, words));
        }
        for (String timed : timed()) {
            if (!rows.containsKey(timed) || rows.get(timed).after().isEmpty()) {
                throw new IllegalArgumentException(
                        timed + ".days is missing; write for how many days it is kept.");
            }
        }
        rows.values()
                .forEach(row -> {
                    if (row.after().isPresent() && !timed().contains(row.name())) {
                        throw new IllegalArgumentException(
                                row.name() + ".days keeps nothing; leave it out.");
                    }
                });
        return new Retention(rows);
    }

    private static Collection<String> names(Properties table) {
        TreeSet<String> names = new TreeSet<>();
        for (String key : table.stringPropertyNames()) {
            List<String> parts = List.of(key.split("\\.", -1));
            boolean days = parts.size() == 2 && parts.getLast().equals("days");
            boolean words =
                    parts.size() == 3
                            && PARTS.contains(parts.get(1))
                            && LANGUAGES.contains(parts.getLast());
            if (!days && !words) {
                throw new IllegalArgumentException(
                        key + " means nothing; write name.days, name.what.de and so on.");
            }
            names.add(parts.getFirst());
        }
        return names;
    }

    private static String needed(Properties table, String key) {
        String text = table.getProperty(key, "").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing; say it in one sentence.");
        }
        return text;
    }

    private static Duration days(String name, String text) {
        try {
            int days = Integer.parseInt(text.strip());
            if (days > 0) {
                return Duration.ofDays(days);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrongDays(name, text), e);
        }
        throw new IllegalArgumentException(wrongDays(name, text));
    }

    private static String wrongDays(String name, String text) {
        return name + ".days is '" + text + "'; write a whole number of 1 or more.";
    }

    private static List<String> timed() {
        List<String> timed = Arrays.stream(Sort.values()).map(Retention::name).toList();
        return Stream.concat(timed.stream(), Stream.of(WAITING_ROSTERS, REGISTER)).toList();
    }

    /** What a sort is called in the table. */
    public static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Duration after(Sort sort) {
        return row(name(sort)).after().orElseThrow();
    }

    /** How long a roster waits for approval before it is discarded. */
    public Duration waitingRosters() {
        return row(WAITING_ROSTERS).after().orElseThrow();
    }

    /** How long people who left can come back before they are erased. */
    public Duration register() {
        return row(REGISTER).after().orElseThrow();
    }

    /**
     * The row of this name.
     *
     * @throws IllegalArgumentException if the table has none
     */
    public Retained row(String name) {
        return Optional.ofNullable(rows.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The retention table says nothing of " + name + "."));
    }

    public List<Retained> rows() {
        return List.copyOf(rows.values());
    }
}
