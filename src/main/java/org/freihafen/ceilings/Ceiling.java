package org.freihafen.ceilings;

import org.freihafen.shares.Grantee.Kind;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How far grants may go. Units can always be granted to; this is about everybody else.
 *
 * @param to to whom besides units
 * @param longestDays how many days a grant to anybody but a unit may hold; empty for any
 * @param password whether links and mail need one
 */
public record Ceiling(Set<Kind> to, Optional<Integer> longestDays, boolean password) {
    private static final Set<Kind> EVERYBODY =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Kind.UNIT)));
    private static final String NUMBER = "[1-9][0-9]{0,3}";

    /** What nobody tightened. */
    public static final Ceiling OPEN = new Ceiling(EVERYBODY, Optional.empty(), false);

    /** Nothing leaves. */
    public static final Ceiling CLOSED = new Ceiling(Set.of(), Optional.empty(), false);

    public Ceiling {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(to);
        kinds.remove(Kind.UNIT);
        to = Set.copyOf(kinds);
    }

    /**
     * Reads {@code to} (kinds with commas between them, or {@code nobody}), {@code days} and {@code
     * password}; what is left out is open.
     *
     * @param name how the settings begin, as a problem names them
     */
    public static Ceiling read(
            String name, Function<String, Optional<String>> setting, List<String> problems) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        String to = setting.apply("to").map(String::strip).orElse("");
        for (String word : to.split("[,\\s]+", -1)) {
            EVERYBODY.stream().filter(kind -> spelled(kind).equals(word)).forEach(kinds::add);
            boolean known =
                    word.isEmpty()
                            || word.equals("nobody")
                            || EVERYBODY.stream().anyMatch(kind -> spelled(kind).equals(word));
            if (!known) {
                problems.add(
                        name + "to: '" + word + "'; write person, link, mail, federated or nobody");
            }
        }
        String days = setting.apply("days").map(String::strip).orElse("");
        if (!days.isEmpty() && !days.matches(NUMBER)) {
            problems.add(name + "days: '" + days + "'; write a number from 1 to 9999");
        }
        String password = setting.apply("password").map(String::strip).orElse("false");
        if (!password.equals("true") && !password.equals("false")) {
            problems.add(name + "password: '" + password + "'; write true or false");
        }
        return new Ceiling(
                to.isEmpty() ? EVERYBODY : kinds,
                days.matches(NUMBER) ? Optional.of(Integer.valueOf(days)) : Optional.empty(),
                password.equals("true"));
    }

    private static String spelled(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What both allow. */
    public Ceiling and(Ceiling other) {
        EnumSet<Kind> both = EnumSet.noneOf(Kind.class);
        both.addAll(to);
        both.retainAll(other.to);
        Optional<Integer> days =
                longestDays
                        .flatMap(mine -> other.longestDays.map(theirs -> Math.min(mine, theirs)))
                        .or(() -> longestDays)
                        .or(() -> other.longestDays);
        return new Ceiling(both, days, password || other.password);
    }

    /** Whether this allows nothing that the other does not. */
    public boolean within(Ceiling other) {
        return equals(and(other));
    }
}
