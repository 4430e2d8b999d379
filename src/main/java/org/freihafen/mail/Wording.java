package org.freihafen.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Puts a letter into words, in German or English. A fact never breaks a line or begins one. */
@Dependent
public class Wording {
    private static final String BUNDLE = "org.freihafen.mail.letters";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DAYS = Pattern.compile(DAY + "(, " + DAY + ")*");

    private final LetterSecrets secrets;
    private final String organisation;
    private final Locale language;
    private final String address;

    @Inject
    public Wording(
            LetterSecrets secrets,
            @ConfigProperty(name = "mail.organisation") String organisation,
            @ConfigProperty(name = "freihafen.language") String language,
            @ConfigProperty(name = "freihafen.address") String address) {
        this.secrets = secrets;
        this.organisation = organisation;
        this.language = Locale.forLanguageTag(language);
        this.address = address.replaceFirst("/+$", "");
    }

    /** What is said to whom is called by this name. */
    public Envelope envelope(Posted posted, String to, String name) {
        Letter letter = posted.letter();
        Locale spoken = letter.language().orElse(language);
        ResourceBundle words =
                ResourceBundle.getBundle(BUNDLE, spoken, Wording.class.getClassLoader(), EXACT);
        Object[] facts = letter.facts().stream().map(fact -> fact(fact, spoken)).toArray();
        String key = letter.template().name();
        StringBuilder text = new StringBuilder();
        if (posted.twice()) {
            text.append(say(words, spoken, "frame.twice")).append("\n\n");
        }
        text.append(
                        say(
                                words,
                                spoken,
                                name.isBlank() ? "frame.hello" : "frame.hello.name",
                                AddressRule.oneLine(name)))
                .append("\n\n")
                .append(say(words, spoken, key + ".text", facts));
        letter.template().page().ifPresent(page -> text.append("\n\n").append(link(letter, page)));
        text.append("\n\n-- \n").append(say(words, spoken, "frame.foot", organisation, address));
        String subject = AddressRule.oneLine(say(words, spoken, key + ".subject", facts));
        return new Envelope(letter.id(), to, spoken, subject, text.append('\n').toString());
    }

    /** Days, one or several, are written as people read them. */
    private static String fact(String fact, Locale language) {
        if (!DAYS.matcher(fact).matches()) {
            return AddressRule.oneLine(fact);
        }
        Locale dated = language.equals(Locale.ENGLISH) ? Locale.UK : language;
        DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(dated);
        return DAY.matcher(fact)
                .replaceAll(day -> {
                    try {
                        return LocalDate.parse(day.group()).format(format);
                    } catch (DateTimeException notADay) {
                        return day.group();
                    }
                });
    }

    /** The secret stands behind the #, which browsers keep to themselves. */
    private String link(Letter letter, String page) {
        String secret = letter.template().secret() ? "#" + secrets.of(letter.id()) : "";
        return address + "/" + page + secret;
    }

    private static String say(ResourceBundle words, Locale language, String key, Object... facts) {
        return new MessageFormat(words.getString(key), language).format(facts);
    }
}
