package org.freihafen.roster.csv;

import de.siegmar.fastcsv.reader.CsvRecord;

import org.freihafen.roster.RosterFault;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterProfile.Column;
import org.freihafen.structure.FileProblem;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Which column of a roster stands where. */
sealed interface RosterColumns {
    record Missing(FileProblem problem) implements RosterColumns {}

    /**
     * All columns of the profile were found.
     *
     * @param numbered whether this is a roster that waits, with the line as it came in front
     */
    record Found(
            int width, boolean numbered, Map<Column, Integer> places, Map<Column, String> headers)
            implements RosterColumns {
        /** Stands before the first column of a roster that waits, and in no register's export. */
        private static final String LINE = "\u00A7line";

        String header(Column column) {
            return headers.getOrDefault(column, column.name());
        }

        String value(CsvRecord record, Column column) {
            Integer place = places.get(column);
            return place == null ? "" : trimmed(record.getField(place));
        }

        /** Whether a name shows UTF-8 that was once read as something else. */
        boolean garbledName(CsvRecord record) {
            return record.getFieldCount() == width
                    && (garbled(value(record, Column.GIVEN))
                            || garbled(value(record, Column.FAMILY)));
        }

        /** The line in the file as it came. */
        int line(CsvRecord record) {
            return numbered
                    ? Integer.parseInt(record.getField(0))
                    : Math.toIntExact(record.getStartingLineNumber());
        }

        /** The first value of a line as it came. */
        String firstValue(CsvRecord record) {
            int first = numbered ? 1 : 0;
            return record.getFieldCount() > first ? trimmed(record.getField(first)) : "";
        }

        List<String> plainHeader() {
            return plain(LINE, this::header);
        }

        List<String> plainValues(CsvRecord record) {
            return plain(Integer.toString(line(record)), column -> value(record, column));
        }

        /** A line that is too long here as well, so that it stays nobody's. */
        List<String> plainMisshapen(CsvRecord record) {
            List<String> values = plain(Integer.toString(line(record)), _ -> "");
            values.set(1, firstValue(record));
            values.add("");
            return values;
        }

        private List<String> plain(String line, Function<Column, String> valueOf) {
            List<String> values = new ArrayList<>(places.size() + 2);
            values.add(line);
            places.keySet().forEach(column -> values.add(valueOf.apply(column)));
            return values;
        }
    }

    static RosterColumns found(CsvRecord header, RosterProfile profile) {
        List<String> names =
                header.getFields().stream().map(n -> trimmed(n).toLowerCase(Locale.ROOT)).toList();
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        Map<Column, String> headers = new EnumMap<>(Column.class);
        List<String> missing = new ArrayList<>();
        for (Column column : Column.values()) {
            List<String> synonyms = profile.columns().getOrDefault(column, List.of());
            OptionalInt place = place(names, synonyms);
            if (place.isPresent()) {
                int at = place.getAsInt();
                if (at != names.lastIndexOf(names.get(at))) {
                    return missing(RosterFault.ROSTER_COLUMN_TWICE, header.getField(at));
                }
                places.put(column, at);
                headers.put(column, trimmed(header.getField(at)));
            } else if (!synonyms.isEmpty()) {
                missing.add(synonyms.getFirst());
            }
        }
        if (names.size() == 1 && profile.columns().size() > 1) {
            return missing(RosterFault.ROSTER_DELIMITER, Character.toString(profile.delimiter()));
        }
        return missing.isEmpty()
                ? new Found(names.size(), names.getFirst().equals(Found.LINE), places, headers)
                : missing(RosterFault.ROSTER_COLUMN_MISSING, String.join(", ", missing));
    }

    /** The first name that is there counts, in the profile's order. */
    private static OptionalInt place(List<String> names, List<String> synonyms) {
        return synonyms.stream()
                .mapToInt(synonym -> names.indexOf(synonym.toLowerCase(Locale.ROOT)))
                .filter(place -> place >= 0)
                .findFirst();
    }

    private static RosterColumns missing(RosterFault fault, String value) {
        return new Missing(FileProblem.ofFile(fault, value));
    }

    /** UTF-8 that was read as windows-1252 shows a capital A with tilde before another sign. */
    static boolean garbled(String text) {
        int at = text.indexOf('\u00C3');
        return text.indexOf('\uFFFD') >= 0
                || (at >= 0
                        && at + 1 < text.length()
                        && text.charAt(at + 1) >= '\u0080'
                        && text.charAt(at + 1) <= '\u00BF');
    }

    /** Without blanks of any sort and without a byte-order mark. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (from < to && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char letter) {
        return letter <= ' '
                ? letter == ' ' || (letter >= '\t' && letter <= '\r')
                : letter == '\u00A0' || letter == '\uFEFF' || Character.isWhitespace(letter);
    }
}
