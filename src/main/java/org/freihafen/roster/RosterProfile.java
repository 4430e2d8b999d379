package org.freihafen.roster;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one register's exports look.
 *
 * @param encoding empty if it is to be found out
 * @param totals how lines of sums begin, in lower case; they may end a file
 * @param counts those of them that say how many lines there are
 * @param placing by which columns people are placed; of one line the first that says something
 *     counts
 * @param postcodes the official key of the unit for each postcode
 * @param columns the names that each column may have in the file; a column that is not in here is
 *     unknown to the register
 * @param optional those that a file may lack; what they would say stays as it is known
 */
public record RosterProfile(
        String name,
        Optional<Charset> encoding,
        char delimiter,
        List<DateTimeFormatter> dates,
        boolean decimalComma,
        int leadingLines,
        int trailingLines,
        List<String> totals,
        List<String> counts,
        List<Column> placing,
        Map<String, String> postcodes,
        Map<Column, List<String>> columns,
        Set<Column> optional) {
    /** What a roster may say of a person. */
    public enum Column {
        NUMBER,
        GIVEN,
        FAMILY,
        EMAIL,
        JOINED,
        LEFT,
        STATUS,
        /** The official key of the unit. */
        PLACE,
        /** The name of the unit, which may be another than where the person lives. */
        BRANCH,
        POSTCODE,
        BALANCE,
        REMINDERS,
        /** Counted by age band while a file is read; kept of nobody. */
        BIRTHDAY;

        String setting() {
            return "column." + word();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The form in which a roster of this profile waits for approval: UTF-8, only the columns that
     * are used, and before them the line of the file as it came.
     */
    public RosterProfile plain() {
        return new RosterProfile(
                name,
                Optional.of(StandardCharsets.UTF_8),
                ';',
                dates,
                decimalComma,
                0,
                0,
                List.of(),
                List.of(),
                placing,
                postcodes,
                columns,
                columns.keySet());
    }
}
