package org.freihafen.roster;

import org.freihafen.roster.RosterProfile.Column;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A profile as it stands in its file. */
final class ProfileFile {
    private static final Set<Column> NEEDED = Set.of(Column.NUMBER, Column.GIVEN, Column.FAMILY);
    private static final Set<Column> PLACING = Set.of(Column.PLACE, Column.BRANCH, Column.POSTCODE);
    private static final Pattern POSTCODE =
            Pattern.compile("\\s*([0-9A-Za-z -]{3,10}?)\\s*;\\s*([^;]{1,40}?)\\s*");
    private static final String TOTALS = "Summe, Gesamt, Gesamtsumme, Total";
    private static final String COUNTS = "Anzahl, Datensätze, Count";

    private final String name;
    private final Properties properties;
    private final Function<String, Optional<List<String>>> tables;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> unread;

    private ProfileFile(
            String name, Properties properties, Function<String, Optional<List<String>>> tables) {
        this.name = name;
        this.properties = properties;
        this.tables = tables;
        unread = new TreeSet<>(properties.stringPropertyNames());
    }

    /**
     * Reads a profile.
     *
     * @param tables the lines of a file beside the profile
     * @throws IllegalArgumentException naming every setting that is unknown or wrong, with the cure
     */
    static RosterProfile read(
            String name, Properties properties, Function<String, Optional<List<String>>> tables) {
        return new ProfileFile(name, properties, tables).read();
    }

    private RosterProfile read() {
        Map<Column, List<String>> columns = columns();
        List<String> counts = words("counts", COUNTS).map(ProfileFile::lower).toList();
        List<String> totals =
                Stream.concat(words("totals", TOTALS).map(ProfileFile::lower), counts.stream())
                        .toList();
        RosterProfile profile =
                new RosterProfile(
                        name,
                        encoding(),
                        delimiter(),
                        dates(),
                        decimalComma(),
                        lines("lines.leading"),
                        lines("lines.trailing"),
                        totals,
                        counts,
                        placing(columns),
                        postcodes(columns),
                        columns,
                        optional(columns));
        unread.forEach(setting -> problems.add(setting + ": unknown; remove it"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "roster profile " + name + ": " + String.join("\n", problems));
        }
        return profile;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private String text(String setting, String otherwise) {
        unread.remove(setting);
        return properties.getProperty(setting, otherwise).strip();
    }

    private Stream<String> words(String setting, String otherwise) {
        return Arrays.stream(text(setting, otherwise).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty());
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
            List<String> names = words(column.setting(), "").toList();
            if (!names.isEmpty()) {
                columns.put(column, names);
            } else if (NEEDED.contains(column)) {
                problems.add(column.setting() + ": missing; write the column's name");
            }
        }
        return columns;
    }

    private List<Column> placing(Map<Column, List<String>> columns) {
        List<Column> placing = new ArrayList<>();
        words("placing", "place")
                .forEach(word -> {
                    Optional<Column> column = column(word).filter(PLACING::contains);
                    column.ifPresentOrElse(
                            placing::add,
                            () ->
                                    problems.add(
                                            "placing: '"
                                                    + word
                                                    + "'; write place, branch or postcode"));
                    column.filter(each -> !columns.containsKey(each))
                            .ifPresent(each ->
                                    problems.add(
                                            each.setting() + ": missing; write the column's name"));
                });
        return List.copyOf(placing);
    }

    private static Optional<Column> column(String word) {
        return Arrays.stream(Column.values()).filter(c -> c.word().equals(word)).findFirst();
    }

    private Set<Column> optional(Map<Column, List<String>> columns) {
        Set<Column> optional = EnumSet.of(Column.BIRTHDAY);
        words("optional", "")
                .forEach(word -> {
                    Optional<Column> column =
                            column(word).filter(c -> columns.containsKey(c) && !NEEDED.contains(c));
                    column.ifPresentOrElse(
                            optional::add,
                            () ->
                                    problems.add(
                                            "optional: '"
                                                    + word
                                                    + "'; write columns that are named here"));
                });
        return optional;
    }

    private Map<String, String> postcodes(Map<Column, List<String>> columns) {
        String file = text("postcodes", "");
        if (file.isEmpty()) {
            if (columns.containsKey(Column.POSTCODE)) {
                problems.add("postcodes: missing; write the file that says where each belongs");
            }
            return Map.of();
        }
        Optional<List<String>> lines = tables.apply(file);
        if (lines.isEmpty()) {
            problems.add("postcodes: '" + file + "'; write the name of a file beside the profile");
        }
        Map<String, String> postcodes = new HashMap<>();
        List<String> found = lines.orElse(List.of());
        for (int i = 1; i < found.size(); i++) {
            Matcher line = POSTCODE.matcher(found.get(i));
            if (line.matches()) {
                postcodes.put(line.group(1), line.group(2));
            } else if (!found.get(i).isBlank()) {
                problems.add(file + ", line " + (i + 1) + ": write postcode;official key");
            }
        }
        return postcodes;
    }
}
