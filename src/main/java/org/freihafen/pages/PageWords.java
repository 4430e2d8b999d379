package org.freihafen.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Refusal;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Verdict;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.UnitKind;
import org.freihafen.web.Here;
import org.freihafen.web.Language;
import org.freihafen.words.Words;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The sentences of the pages, in the language that the visitor chose or whose browser asks for. */
@Named("w")
@RequestScoped
public class PageWords {
    static final String COOKIE = "language";

    private static final String BUNDLE = "org.freihafen.pages.pages";

    @Inject private HttpServletRequest request;
    @Inject private Language language;
    @Inject private Kinds kinds;
    @Inject private Clock clock;

    public Locale locale() {
        return chosen().orElseGet(this::asked);
    }

    private Optional<Locale> chosen() {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> spoken(cookie.getValue()).stream())
                .findFirst();
    }

    private Locale asked() {
        return language.of(request).language();
    }

    static Optional<Locale> spoken(String language) {
        return Words.LANGUAGES.stream()
                .filter(spoken -> spoken.getLanguage().equals(language))
                .findFirst();
    }

    public String tag() {
        return locale().getLanguage();
    }

    /** The language that the page could be read in instead. */
    public String other() {
        return locale().equals(Locale.GERMAN) ? "en" : "de";
    }

    /** Where a visitor asks for the other language and comes back to this page. */
    public String otherLanguage() {
        return request.getContextPath()
                + "/language?to="
                + other()
                + "&back="
                + Here.encoded(Here.of(request));
    }

    public String say(String key, Object... facts) {
        Locale locale = locale();
        String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
        return new MessageFormat(pattern, locale).format(facts);
    }

    public boolean has(String key) {
        return ResourceBundle.getBundle(BUNDLE, locale()).containsKey(key);
    }

    /** Words of ours, such as {@code REGISTER}, in the reader's language; others as they are. */
    public String ours(String text) {
        return Stream.of("held.value." + text, "letter." + text)
                .filter(this::has)
                .findFirst()
                .map(this::say)
                .orElse(text);
    }

    public String kind(UnitKind kind) {
        return kind.label(tag());
    }

    /** What was refused, and by which rule. */
    public String why(Refusal refusal) {
        return Words.in(locale()).why(refusal, kinds);
    }

    /** What would be allowed. */
    public String cure(Refusal refusal) {
        return Words.in(locale()).cure(refusal, kinds);
    }

    /** Why a plan waits; nothing if it is safe. */
    public List<Loss> reasons(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Safe() -> List.of();
            case Verdict.NeedsApproval(List<Loss> losses) -> losses;
        };
    }

    /** What a run said. */
    public String said(Saying saying) {
        return saying.in(locale());
    }

    /** How much a plan takes away from one place, as a sentence. */
    public String loss(Loss loss) {
        String where = loss.where().isEmpty() ? say("loss.everywhere") : loss.where();
        String key = has("loss." + loss.what()) ? "loss." + loss.what() : "loss.other";
        return say(key, loss.lost(), loss.before(), where, loss.what());
    }

    public String day(LocalDate day) {
        return Words.in(locale()).day(day);
    }

    /** The month of a day: Nov 2026. */
    public String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("LLL uuuu", dated()).format(day);
    }

    /** English days and hours are written as in Europe: 31 December 2026, 14:05. */
    private Locale dated() {
        return locale().equals(Locale.ENGLISH) ? Locale.UK : locale();
    }

    /** The day of the moment in the organisation's time zone. */
    public String momentDay(Instant moment) {
        return day(LocalDate.ofInstant(moment, clock.getZone()));
    }

    /** The moment as clocks in the organisation's time zone show it. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(dated())
                .withZone(clock.getZone())
                .format(moment);
    }
}
