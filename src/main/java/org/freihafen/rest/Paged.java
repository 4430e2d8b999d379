package org.freihafen.rest;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list that is asked for by {@code after} and {@code limit}.
 *
 * @param next what to ask on with, while there is more
 */
public record Paged<T>(List<T> shown, Optional<String> next) {
    private static final int MOST = 1_000;
    private static final int LONGEST = 1_000;

    /** How much to show, and after which; read before anything is looked up. */
    public record Asked(Optional<String> after, int most) {
        public static Asked of(Fields fields, @Nullable String after, @Nullable String limit) {
            return new Asked(
                    fields.text("after", after, LONGEST),
                    fields.number("limit", limit, 1, MOST, MOST));
        }
    }

    /** The part that follows a key, in the order of keys, whether the key is still there or not. */
    public static <T> Paged<T> of(List<T> all, Function<T, String> key, Asked asked) {
        List<T> later =
                all.stream()
                        .filter(each ->
                                asked.after()
                                        .map(after -> key.apply(each).compareTo(after) > 0)
                                        .orElse(true))
                        .sorted(Comparator.comparing(key))
                        .toList();
        List<T> shown = later.subList(0, Math.min(later.size(), asked.most()));
        return new Paged<>(
                shown,
                shown.size() < later.size()
                        ? Optional.of(key.apply(shown.getLast()))
                        : Optional.empty());
    }
}
