package org.freihafen.reconcile;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence for people that is kept now and read later, in the language of whoever reads it: the
 * key of its words and the facts that stand in them. Written as a string, in a log, it is English.
 *
 * @param key in {@code org.freihafen.reconcile.sayings}
 * @param facts for {0}, {1} and so on: names, ids, numbers, the literal words of a server
 * @param details said in brackets after it
 */
public record Saying(String key, List<String> facts, List<Saying> details) {
    private static final String BUNDLE = "org.freihafen.reconcile.sayings";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Saying {
        facts = facts.stream().map(fact -> fact.replaceAll("\\p{Cntrl}+", " ").strip()).toList();
        details = List.copyOf(details);
    }

    public static Saying of(String key, Object... facts) {
        return new Saying(key, Stream.of(facts).map(String::valueOf).toList(), List.of());
    }

    public Saying with(List<Saying> more) {
        return new Saying(key, facts, Stream.concat(details.stream(), more.stream()).toList());
    }

    public Saying with(Saying... more) {
        return with(List.of(more));
    }

    /** What a server said, word for word; nothing if it said nothing. */
    public Saying quoting(String words) {
        return words.isBlank() ? this : with(of("quoted", words));
    }

    /** In German or English. */
    public String in(Locale language) {
        String sentence = sentence(language);
        return details.isEmpty()
                ? sentence
                : details.stream()
                        .map(detail -> detail.in(language))
                        .collect(Collectors.joining(", ", sentence + " (", ")"));
    }

    /** Words that this version has no longer are told by what they were about. */
    private String sentence(Locale language) {
        ResourceBundle words =
                ResourceBundle.getBundle(BUNDLE, language, Saying.class.getClassLoader(), EXACT);
        return words.containsKey(key)
                ? new MessageFormat(words.getString(key), language).format(facts.toArray())
                : key + " " + String.join(" ", facts);
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
