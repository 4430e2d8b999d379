package org.freihafen.roster;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one register's exports look.
 *
 * @param encoding empty if it is to be found out
 * @param columns the names that each column may have in the file; a column that is not in here is
 *     unknown to the register
 */
public record RosterProfile(
        String name,
        Optional<Charset> encoding,
        char delimiter,
        List<DateTimeFormatter> dates,
        boolean decimalComma,
        int leadingLines,
        int trailingLines,
        Map<Column, List<String>> columns) {
    private static final Set<Column> NEEDED =
            Set.of(Column.NUMBER, Column.GIVEN, Column.FAMILY, Column.PLACE);

    /** What a roster may say of a person. */
    public enum Column {
        NUMBER,
        GIVEN,
        FAMILY,
        EMAIL,
        JOINED,
        LEFT,
        PLACE,
        BALANCE,
        REMINDERS;

        String setting() {
            return "column." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The form in which a roster of this profile waits for approval: UTF-8, only the columns that
     * are used, and before them the line of the file as it came.
     */
    public RosterProfile plain() {
        return new RosterProfile(
                name, Optional.of(StandardCharsets.UTF_8), ';', dates, decimalComma, 0, 0, columns);
    }

    /**
     * Reads a profile.
     *
     * @throws IllegalArgumentException naming every setting that is unknown or wrong, with the cure
     */
    public static RosterProfile read(String name, Properties properties) {
        return new Reader(name, properties).read();
    }

    private static final class Reader {
        private final String name;
        private final Properties properties;
        private final List<String> problems = new ArrayList<>();
        private final Set<String> unread;

        Reader(String name, Properties properties) {
            this.name = name;
            this.properties = properties;
            unread = new TreeSet<>(properties.stringPropertyNames());
        }

        RosterProfile read() {
            RosterProfile profile =
                    new RosterProfile(
                            name,
                            encoding(),
                            delimiter(),
                            dates(),
                            decimalComma(),
                            lines("lines.leading"),
                            lines("lines.trailing"),
                            columns());
            unread.forEach(setting -> problems.add(setting + ": unknown; remove it"));
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(
                        "roster profile " + name + ": " + String.join("\n", problems));
            }
            return profile;
        }

        private String text(String setting, String otherwise) {
            unread.remove(setting);
            return properties.getProperty(setting, otherwise).strip();
        }

        private Optional<Charset> encoding() {
            String text = text("encoding", "detect");
            if (text.equals("detect")) {
                return Optional.empty();
            }
            try {
                return Optional.of(Charset.forName(text));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                problems.add("encoding: '" + text + "'; write detect, UTF-8 or windows-1252");
                return Optional.empty();
            }
        }

        private char delimiter() {
            String text = text("delimiter", ";");
            if (text.equals("tab")) {
                return '\t';
            }
            if (text.length() != 1) {
                problems.add("delimiter: '" + text + "'; write one character, or tab");
                return ';';
            }
            return text.charAt(0);
        }

        private List<DateTimeFormatter> dates() {
            List<DateTimeFormatter> dates = new ArrayList<>();
            for (String form : text("date", "dd.MM.uuuu").split("\\|", -1)) {
                try {
                    dates.add(
                            DateTimeFormatter.ofPattern(form.strip(), Locale.ROOT)
                                    .withResolverStyle(ResolverStyle.STRICT));
                } catch (IllegalArgumentException e) {
                    problems.add("date: '" + form + "'; write a form such as dd.MM.uuuu");
                }
            }
            return List.copyOf(dates);
        }

        private boolean decimalComma() {
            String text = text("decimal", "comma");
            if (!text.equals("comma") && !text.equals("point")) {
                problems.add("decimal: '" + text + "'; write comma or point");
            }
            return text.equals("comma");
        }

        private int lines(String setting) {
            String text = text(setting, "0");
            if (!text.matches("[0-9]{1,3}")) {
                problems.add(setting + ": '" + text + "'; write a number from 0 to 999");
                return 0;
            }
            return Integer.parseInt(text);
        }

        private Map<Column, List<String>> columns() {
            Map<Column, List<String>> columns = new EnumMap<>(Column.class);
            for (Column column : Column.values()) {
                List<String> names =
                        Arrays.stream(text(column.setting(), "").split(",", -1))
                                .map(String::strip)
                                .filter(each -> !each.isEmpty())
                                .toList();
                if (!names.isEmpty()) {
                    columns.put(column, names);
                } else if (NEEDED.contains(column)) {
                    problems.add(column.setting() + ": missing; write the column's name");
                }
            }
            return Map.copyOf(columns);
        }
    }
}
