package org.freihafen.roster;

import org.freihafen.structurefile.FileProblem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes through a roster's rows: finds the header below whatever stands above it, hands the people's
 * lines on, and knows the lines of sums that end it.
 */
public final class RosterRows {
    /** So far down the header is looked for. */
    private static final int PREAMBLE_ROWS = 30;

    private static final Pattern COUNT = Pattern.compile("(?<![0-9.,])([0-9]{1,9})(?![0-9.,])");

    private final RosterTable table;
    private final RosterProfile profile;
    private final Consumer<List<String>> plain;
    private final Deque<RosterTable.Row> ahead = new ArrayDeque<>();

    /** The last so many lines are nobody's, if the profile says so. */
    private final Deque<RosterTable.Row> tail = new ArrayDeque<>();

    private final List<RosterTable.Row> sums = new ArrayList<>();
    private Optional<RosterTable.Row> remembered = Optional.empty();
    private int count;

    /**
     * Begins.
     *
     * @param plain receives the columns that are used, as they stand there
     */
    public RosterRows(RosterTable table, RosterProfile profile, Consumer<List<String>> plain) {
        this.table = table;
        this.profile = profile;
        this.plain = plain;
    }

    /** Where lines go once it is known what stands in which column. */
    @FunctionalInterface
    public interface Lines {
        RosterLines of(RosterProfile profile, RosterLines.Header header);
    }

    public RosterFile read(Lines opening) {
        Optional<RosterColumns> found = columns();
        if (found.isEmpty()) {
            return RosterFile.unusable(RosterFault.ROSTER_EMPTY, "");
        }
        RosterColumns columns = found.get();
        RosterFile.Look look = columns.look(table.encoding(), profile, remembered);
        if (columns.garbled()) {
            return unusable(RosterFault.ROSTER_GARBLED, table.encoding(), look);
        }
        if (columns.wrong().isPresent()) {
            return new RosterFile.Unusable(columns.wrong().get(), Optional.of(look));
        }
        RosterLines lines = opening.of(profile, columns::name);
        plain.accept(RosterColumns.remembered(look));
        plain.accept(columns.plainHeader());
        return read(columns, lines, look);
    }

    /** The row that looks most like a header; the first of several. */
    private Optional<RosterColumns> columns() {
        List<RosterTable.Row> first = new ArrayList<>();
        RosterColumns best = null;
        while (first.size() < PREAMBLE_ROWS && table.hasNext()) {
            RosterTable.Row row = table.next();
            first.add(row);
            if (RosterColumns.remembers(row)) {
                remembered = Optional.of(row);
            }
            RosterColumns columns = RosterColumns.of(row, profile);
            if (best == null || columns.places().size() > best.places().size()) {
                best = columns;
                ahead.clear();
            } else {
                ahead.add(row);
            }
        }
        return Optional.ofNullable(best);
    }

    private RosterFile read(RosterColumns columns, RosterLines lines, RosterFile.Look look) {
        Optional<RosterFile> wrong = Optional.empty();
        while (wrong.isEmpty() && hasNext()) {
            RosterTable.Row row = ahead.isEmpty() ? table.next() : ahead.remove();
            if (sum(row, columns)) {
                sums.add(row);
            } else {
                sums.forEach(tail::add);
                sums.clear();
                tail.add(row);
                while (wrong.isEmpty() && tail.size() > profile.trailingLines()) {
                    wrong = line(tail.remove(), columns, lines, look);
                }
            }
        }
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (count == 0) {
            return unusable(RosterFault.ROSTER_EMPTY, "", look);
        }
        return miscounted(look).orElseGet(() -> lines.read(look));
    }

    /** Takes one line, or says why the whole file is of no use. */
    private Optional<RosterFile> line(
            RosterTable.Row row, RosterColumns columns, RosterLines lines, RosterFile.Look look) {
        if (columns.garbledName(row)) {
            return Optional.of(unusable(RosterFault.ROSTER_GARBLED, table.encoding(), look));
        }
        if (!hasNext() && sums.isEmpty() && row.width() < columns.width()) {
            return Optional.of(unusable(RosterFault.ROSTER_CUT_OFF, "" + row.line(), look));
        }
        add(row, columns, lines);
        return Optional.empty();
    }

    private boolean hasNext() {
        return !ahead.isEmpty() || table.hasNext();
    }

    /** A line of sums as it ends an export; somebody whose name begins like one is no such line. */
    private boolean sum(RosterTable.Row row, RosterColumns columns) {
        String first = firstWords(row);
        return !first.isEmpty()
                && !Character.isDigit(first.charAt(0))
                && profile.totals().stream().anyMatch(word -> begins(first, word))
                && (columns.value(row, RosterProfile.Column.FAMILY).isEmpty()
                        || row.width() != columns.width());
    }

    private static boolean begins(String text, String word) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith(word)
                && (lower.length() == word.length()
                        || !Character.isLetterOrDigit(lower.charAt(word.length())));
    }

    private static String firstWords(RosterTable.Row row) {
        for (int i = 0; i < row.width(); i++) {
            String value = RosterText.trimmed(row.value(i));
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** If the file itself says how many it lists, it must be right: else something is missing. */
    private Optional<RosterFile> miscounted(RosterFile.Look look) {
        for (RosterTable.Row row : sums) {
            boolean counts =
                    profile.counts().stream().anyMatch(word -> begins(firstWords(row), word));
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < row.width(); i++) {
                all.append(row.value(i)).append(' ');
            }
            Matcher number = COUNT.matcher(all);
            if (counts && number.find() && Integer.parseInt(number.group(1)) != count) {
                FileProblem problem =
                        FileProblem.ofFile(
                                RosterFault.ROSTER_COUNT, number.group(1), Integer.toString(count));
                return Optional.of(new RosterFile.Unusable(problem, Optional.of(look)));
            }
        }
        return Optional.empty();
    }

    private void add(RosterTable.Row row, RosterColumns columns, RosterLines lines) {
        count++;
        if (row.width() == columns.width()) {
            lines.add(columns.line(row), column -> columns.value(row, column));
            plain.accept(columns.plainValues(row));
        } else {
            lines.addMisshapen(columns.line(row), columns.firstValue(row));
            plain.accept(columns.plainMisshapen(row));
        }
    }

    private static RosterFile unusable(RosterFault fault, String value, RosterFile.Look look) {
        return new RosterFile.Unusable(FileProblem.ofFile(fault, value), Optional.of(look));
    }
}
