package org.freihafen.membership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The register's words for what somebody is, and what each status changes. Being in arrears is no
 * status and changes nothing.
 *
 * @param words in lower case
 */
public record Statuses(Map<String, Status> words, Map<Status, Effect> effects) {
    public Statuses {
        words = Map.copyOf(words);
        effects = Map.copyOf(effects);
    }

    /** What a status changes for somebody's account, groups and offices. */
    public record Effect(Account account, Groups groups, Offices offices) {}

    /** Whether the account can be used. */
    public enum Account {
        KEEPS,
        SUSPENDED
    }

    /** Which memberships go on. */
    public enum Groups {
        ALL,
        /** Where the register places the person. */
        REGISTER,
        NONE
    }

    /** Whether leading goes on. */
    public enum Offices {
        KEEPS,
        ENDS
    }

    public Optional<Status> of(String word) {
        return Optional.ofNullable(words.get(word.toLowerCase(Locale.ROOT)));
    }

    public Effect effect(Status status) {
        return effects.getOrDefault(
                status, new Effect(Account.SUSPENDED, Groups.NONE, Offices.ENDS));
    }

    /**
     * Reads {@code word.<status>=words} and {@code effect.<status>=account, groups, offices}.
     *
     * @throws IllegalArgumentException naming everything that is wrong, with the cure
     */
    public static Statuses read(Properties properties) {
        List<String> problems = new ArrayList<>();
        Set<String> unread = new TreeSet<>(properties.stringPropertyNames());
        Map<String, Status> words = new HashMap<>();
        Map<Status, Effect> effects = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            String name = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
            unread.remove("word." + name);
            for (String word : parts(properties.getProperty("word." + name, ""))) {
                Status other = words.putIfAbsent(word.toLowerCase(Locale.ROOT), status);
                if (other != null && other != status) {
                    problems.add("word." + name + ": '" + word + "' stands elsewhere already");
                }
            }
            unread.remove("effect." + name);
            String said = properties.getProperty("effect." + name, "");
            effect(said)
                    .filter(effect -> status.present() || ends(effect))
                    .ifPresentOrElse(
                            effect -> effects.put(status, effect),
                            () -> problems.add(cure(name, said, status)));
        }
        unread.forEach(key -> problems.add(key + ": no status; remove it (arrears are none)"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new Statuses(words, effects);
    }

    private static boolean ends(Effect effect) {
        return effect.equals(new Effect(Account.SUSPENDED, Groups.NONE, Offices.ENDS));
    }

    private static String cure(String name, String said, Status status) {
        return "effect.%s: '%s'; write %s"
                .formatted(
                        name,
                        said,
                        status.present()
                                ? "keeps or suspended, then all, register or none, then keeps or"
                                        + " ends"
                                : "suspended, none, ends");
    }

    private static Optional<Effect> effect(String said) {
        List<String> parts = parts(said.toUpperCase(Locale.ROOT));
        try {
            return parts.size() == 3
                    ? Optional.of(
                            new Effect(
                                    Account.valueOf(parts.get(0)),
                                    Groups.valueOf(parts.get(1)),
                                    Offices.valueOf(parts.get(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException unknownWord) {
            return Optional.empty();
        }
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
