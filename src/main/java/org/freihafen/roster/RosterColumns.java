package org.freihafen.roster;

import org.freihafen.roster.RosterProfile.Column;
import org.freihafen.structurefile.FileProblem;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which column of a roster stands where. A header that a profile names counts, without case; one
 * that only looks like it, but for blanks and signs, is used as well and called guessed.
 *
 * @param wrong why the columns do not do; empty if they do
 */
record RosterColumns(
        RosterTable.Row header,
        Map<Column, Integer> places,
        Set<Column> guessed,
        Optional<FileProblem> wrong) {
    /** Stands before the first column of a roster that waits, and in no register's export. */
    private static final String LINE = "\u00A7line";

    private static final String LOOK = "\u00A7look";

    static RosterColumns of(RosterTable.Row header, RosterProfile profile) {
        Map<String, Integer> exact = new HashMap<>();
        Map<String, Integer> alike = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < header.width(); i++) {
            String name = RosterText.trimmed(header.value(i)).toLowerCase(Locale.ROOT);
            if (exact.putIfAbsent(name, i) != null) {
                twice.add(name);
            }
            alike.putIfAbsent(RosterText.spelling(name), i);
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        Set<Column> guessed = new HashSet<>();
        List<String> missing = new ArrayList<>();
        Optional<FileProblem> wrong = Optional.empty();
        for (Column column : Column.values()) {
            List<String> synonyms = profile.columns().getOrDefault(column, List.of());
            Optional<Integer> named = first(synonyms, exact, name -> name.toLowerCase(Locale.ROOT));
            Optional<Integer> place = named.or(() -> first(synonyms, alike, RosterText::spelling));
            if (place.isEmpty()) {
                if (!synonyms.isEmpty() && !profile.optional().contains(column)) {
                    missing.add(synonyms.getFirst());
                }
                continue;
            }
            String name = RosterText.trimmed(header.value(place.get()));
            if (twice.contains(name.toLowerCase(Locale.ROOT))) {
                wrong = Optional.of(FileProblem.ofFile(RosterFault.ROSTER_COLUMN_TWICE, name));
            }
            places.put(column, place.get());
            if (named.isEmpty()) {
                guessed.add(column);
            }
        }
        if (header.width() == 1 && profile.columns().size() > 1) {
            String delimiter = Character.toString(profile.delimiter());
            wrong = Optional.of(FileProblem.ofFile(RosterFault.ROSTER_DELIMITER, delimiter));
        } else if (wrong.isEmpty() && !missing.isEmpty()) {
            String all = String.join(", ", missing);
            wrong = Optional.of(FileProblem.ofFile(RosterFault.ROSTER_COLUMN_MISSING, all));
        }
        return new RosterColumns(header, places, guessed, wrong);
    }

    /** The first name that is there counts, in the profile's order. */
    private static Optional<Integer> first(
            List<String> names, Map<String, Integer> places, UnaryOperator<String> written) {
        return names.stream()
                .map(written)
                .flatMap(name -> Stream.ofNullable(places.get(name)))
                .findFirst();
    }

    int width() {
        return header.width();
    }

    boolean garbled() {
        for (int i = 0; i < width(); i++) {
            if (RosterText.garbled(header.value(i))) {
                return true;
            }
        }
        return false;
    }

    String name(Column column) {
        Integer place = places.get(column);
        return place == null ? column.name() : RosterText.trimmed(header.value(place));
    }

    String value(RosterTable.Row row, Column column) {
        Integer place = places.get(column);
        return place == null || place >= row.width() ? "" : RosterText.trimmed(row.value(place));
    }

    /** Whether a name shows UTF-8 that was once read as something else. */
    boolean garbledName(RosterTable.Row row) {
        return row.width() == width()
                && (RosterText.garbled(value(row, Column.GIVEN))
                        || RosterText.garbled(value(row, Column.FAMILY)));
    }

    /** The line in the file as it came, which a roster that waits has in front. */
    int line(RosterTable.Row row) {
        return numbered() ? Integer.parseInt(row.value(0)) : row.line();
    }

    private boolean numbered() {
        return header.value(0).equals(LINE);
    }

    /** The first value of a line as it came. */
    String firstValue(RosterTable.Row row) {
        int first = numbered() ? 1 : 0;
        return row.width() > first ? RosterText.trimmed(row.value(first)) : "";
    }

    List<String> plainHeader() {
        return plain(LINE, this::name);
    }

    /** Birthdays are counted and forgotten: they do not wait. */
    List<String> plainValues(RosterTable.Row row) {
        return plain(
                Integer.toString(line(row)),
                column -> column == Column.BIRTHDAY ? "" : value(row, column));
    }

    /** A line that is too long here as well, so that it stays nobody's. */
    List<String> plainMisshapen(RosterTable.Row row) {
        List<String> values = plain(Integer.toString(line(row)), _ -> "");
        values.set(1, firstValue(row));
        values.add("");
        return values;
    }

    private List<String> plain(String line, Function<Column, String> valueOf) {
        List<String> values = new ArrayList<>(places.size() + 2);
        values.add(line);
        places.keySet().forEach(column -> values.add(valueOf.apply(column)));
        return values;
    }

    /** Remembers how the file looked, above the header of one that waits. */
    static List<String> remembered(RosterFile.Look look) {
        List<String> values = new ArrayList<>();
        values.add(LOOK);
        values.add(look.encoding());
        values.add(Integer.toString(look.headerLine()));
        values.addAll(look.ignored());
        return values;
    }

    static boolean remembers(RosterTable.Row row) {
        return row.width() > 2 && row.value(0).equals(LOOK);
    }

    /** How the file looked to this profile. */
    RosterFile.Look look(String encoding, RosterProfile profile, Optional<RosterTable.Row> before) {
        Map<Column, String> used = new EnumMap<>(Column.class);
        places.keySet().forEach(column -> used.put(column, name(column)));
        Set<Column> absent = new HashSet<>(profile.columns().keySet());
        absent.removeAll(places.keySet());
        return new RosterFile.Look(
                before.map(row -> row.value(1)).orElse(encoding),
                before.map(row -> Integer.parseInt(row.value(2))).orElse(header.line()),
                used,
                Set.copyOf(guessed),
                before.map(RosterColumns::ignoredBefore).orElseGet(this::ignored),
                absent);
    }

    private List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < width(); i++) {
            if (!places.containsValue(i) && !header.value(i).equals(LINE)) {
                ignored.add(RosterText.trimmed(header.value(i)));
            }
        }
        return ignored;
    }

    private static List<String> ignoredBefore(RosterTable.Row row) {
        List<String> ignored = new ArrayList<>();
        for (int i = 3; i < row.width(); i++) {
            ignored.add(row.value(i));
        }
        return ignored;
    }
}
