package org.freihafen.store;

import org.freihafen.reconcile.Saying;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences in one column: key and facts, and the same of each detail. */
final class Sayings {
    /** ASCII's own separators, which no fact contains. */
    private static final String UNIT = "\u001f";

    private static final String RECORD = "\u001e";

    private Sayings() {}

    static String written(Saying saying) {
        return Stream.concat(Stream.of(saying), saying.details().stream())
                .map(part ->
                        Stream.concat(Stream.of(part.key()), part.facts().stream())
                                .collect(Collectors.joining(UNIT)))
                .collect(Collectors.joining(RECORD));
    }

    static Saying read(String text) {
        List<Saying> parts = Stream.of(text.split(RECORD, -1)).map(Sayings::part).toList();
        return parts.getFirst().with(parts.subList(1, parts.size()));
    }

    private static Saying part(String text) {
        List<String> words = List.of(text.split(UNIT, -1));
        return new Saying(words.getFirst(), words.subList(1, words.size()), List.of());
    }
}
