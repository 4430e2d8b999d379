package org.freihafen.words;

import org.freihafen.access.Refusal;
import org.freihafen.structure.Kinds;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences that programs and pages share, in German and English. */
public final class Words {
    public static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static final String BUNDLE = "org.freihafen.words.words";
    private static final Pattern DAY = Pattern.compile("2[0-9]{3}-[01][0-9]-[0-3][0-9]");
    private static final Set<Refusal.Rule> DAYS =
            Set.of(Refusal.Rule.CEILING_LONGEST, Refusal.Rule.END_IN_THE_PAST);
    private static final Set<Refusal.Rule> CEILINGS =
            Set.of(
                    Refusal.Rule.CEILING_KIND,
                    Refusal.Rule.CEILING_PASSWORD,
                    Refusal.Rule.CEILING_LONGEST,
                    Refusal.Rule.CEILING_WIDER);

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale language;

    private Words(Locale language) {
        this.language = language;
        bundle = ResourceBundle.getBundle(BUNDLE, language, Words.class.getClassLoader(), EXACT);
    }

    /** In one of {@link #LANGUAGES}. */
    public static Words in(Locale language) {
        return new Words(language);
    }

    public Locale language() {
        return language;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public String say(String key, Object... facts) {
        return new MessageFormat(bundle.getString(key), language).format(facts);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(dated()).format(day);
    }

    /** English days are written as in Europe: 31 December 2026. */
    private Locale dated() {
        return language.equals(Locale.ENGLISH) ? Locale.UK : language;
    }

    /** What was refused, and whose rule it is. */
    public String why(Refusal refusal, Kinds kinds) {
        return say("refusal." + refusal.rule().name(), facts(refusal, kinds));
    }

    /** What would be allowed. */
    public String cure(Refusal refusal, Kinds kinds) {
        return say("refusal." + refusal.rule().name() + ".cure", facts(refusal, kinds));
    }

    /**
     * Kinds of unit and words of ours, such as {@code TAKEN}, are said in the reader's language.
     */
    private Object[] facts(Refusal refusal, Kinds kinds) {
        return refusal.facts().stream().map(fact -> fact(refusal.rule(), fact, kinds)).toArray();
    }

    /** Whose ceiling it is, or what it is about: one of our words, or several with commas. */
    private String ceiling(String fact, Kinds kinds) {
        List<String> parts = List.of(fact.split(", ", -1));
        return parts.stream().allMatch(part -> has("fact.CEILING." + part))
                ? parts.stream()
                        .map(part -> say("fact.CEILING." + part))
                        .collect(Collectors.joining(", "))
                : kinds.named(fact).map(kind -> kind.label(language.getLanguage())).orElse(fact);
    }

    private String fact(Refusal.Rule rule, String fact, Kinds kinds) {
        if (DAYS.contains(rule) && DAY.matcher(fact).matches()) {
            return day(LocalDate.parse(fact));
        }
        if (CEILINGS.contains(rule)) {
            return ceiling(fact, kinds);
        }
        String key = "fact." + rule.name() + "." + fact;
        return has(key)
                ? say(key)
                : kinds.named(fact).map(kind -> kind.label(language.getLanguage())).orElse(fact);
    }
}
