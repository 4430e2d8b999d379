package org.freihafen.monthly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.reports.MonthTable;
import org.freihafen.reports.MonthTable.Column;
import org.freihafen.reports.MonthTable.Line;
import org.freihafen.reports.SuppressionRule;
import org.freihafen.requests.ChangeSheet;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** A statement as a sheet that people and spreadsheets read, in the organisation's language. */
@Dependent
public class StatementText {
    /** By which spreadsheets know the letters to be UTF-8. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final String BUNDLE = "org.freihafen.monthly.statement";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;

    @Inject
    public StatementText(@ConfigProperty(name = "freihafen.language") String language) {
        this.language = Locale.forLanguageTag(language);
    }

    String folder() {
        return say("folder");
    }

    String fileName(YearMonth month) {
        return say("file", month.toString());
    }

    /** Those in none of the branches right below. */
    String elsewhere() {
        return say("elsewhere");
    }

    String of(
            String branch,
            YearMonth month,
            LocalDate today,
            MonthTable.Shown table,
            int changes,
            int questions) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(say("title"), branch));
        rows.add(List.of(say("month"), named(month)));
        rows.add(List.of(say("made"), day(today)));
        rows.add(List.of());
        rows.add(
                Stream.concat(
                                Stream.of(say("branch")),
                                heads(table).stream().map(head -> say("column." + head)))
                        .toList());
        table.lines().forEach(line -> rows.add(cells(table, line.name(), line)));
        rows.add(cells(table, say("sum"), table.sums()));
        rows.add(List.of());
        rows.add(List.of(say("changes"), few(changes)));
        rows.add(List.of(say("questions"), few(questions)));
        rows.add(List.of());
        rows.add(List.of(say("hidden.why", say("hidden"))));
        rows.add(List.of(say("moves.why")));
        rows.add(List.of(say("before.why")));
        rows.add(
                List.of(
                        table.columns().contains(Column.PAID_UP)
                                ? say("dues.why", day(today))
                                : say("dues.unknown")));
        return BYTE_ORDER_MARK + ChangeSheet.of(rows);
    }

    private static List<String> heads(MonthTable.Shown table) {
        Stream<String> columns = table.columns().stream().map(Column::name);
        return table.columns().contains(Column.PAID_UP)
                ? Stream.concat(columns, Stream.of("SHARE")).toList()
                : columns.toList();
    }

    private List<String> cells(MonthTable.Shown table, String name, Line line) {
        List<String> cells = new ArrayList<>(List.of(name));
        line.counts().forEach(count -> cells.add(shown(count)));
        if (table.columns().contains(Column.PAID_UP)) {
            cells.add(shown(share(line)));
        }
        return cells;
    }

    private String shown(Optional<Integer> count) {
        return count.map(number -> Integer.toString(number)).orElse(say("hidden"));
    }

    /** Percent of those who are there; hidden with the counts from which it follows. */
    private static Optional<Integer> share(Line line) {
        return line.count(Column.AFTER)
                .flatMap(all ->
                        line.count(Column.PAID_UP)
                                .filter(_ -> line.count(Column.NOT_PAID).isPresent())
                                .map(paid -> Math.round(100f * paid / all)));
    }

    private String few(int count) {
        return count == 0
                ? say("none")
                : count < SuppressionRule.LEAST ? say("few") : Integer.toString(count);
    }

    private String named(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", language).format(month);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.equals(Locale.ENGLISH) ? Locale.UK : language)
                .format(day);
    }

    private String say(String key, Object... facts) {
        ResourceBundle words =
                ResourceBundle.getBundle(
                        BUNDLE, language, StatementText.class.getClassLoader(), EXACT);
        return new MessageFormat(words.getString(key), language).format(facts);
    }
}
