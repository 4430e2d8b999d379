package org.freihafen.roster;

import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Statuses;
import org.freihafen.reconcile.State;
import org.freihafen.roster.LineRule.Values;
import org.freihafen.roster.RosterProfile.Column;
import org.freihafen.structurefile.FileProblem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Gathers the lines of one roster while they are read. A line with a problem is set aside, and so
 * are all lines with a number that comes twice: one of them may be somebody else's.
 */
public final class RosterLines {
    /** More are counted, not kept. */
    public static final int PROBLEMS_KEPT = 1000;

    private final LineRule rule;
    private final Header header;
    private final Interning names = new Interning();
    private final List<RosterEntry> entries = new ArrayList<>();
    private final Map<MemberNumber, Integer> lineOf = new HashMap<>();
    private final Set<MemberNumber> setAside = new HashSet<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<UnitId, Map<AgeBand, Integer>> ages = new HashMap<>();
    private int lines;
    private int unnamed;
    private int problemCount;

    /** What a column is called in the file. */
    @FunctionalInterface
    public interface Header {
        String of(Column column);
    }

    /**
     * Begins.
     *
     * @param header what a column is called in the file
     */
    public RosterLines(
            RosterProfile profile,
            Statuses statuses,
            Placing placing,
            LocalDate today,
            Header header) {
        rule = new LineRule(profile, statuses, placing, today);
        this.header = header;
    }

    /** One line that has as many values as the header has columns. */
    public void add(int line, Function<Column, String> valueOf) {
        lines++;
        Values values = valueOf::apply;
        String number = values.of(Column.NUMBER);
        LineRule.checkNumber(number)
                .ifPresentOrElse(
                        fault -> {
                            unnamed++;
                            report(line, Column.NUMBER, number, fault);
                        },
                        () -> add(line, new MemberNumber(number), values));
    }

    private void add(int line, MemberNumber number, Values values) {
        Integer first = lineOf.putIfAbsent(number, line);
        if (first != null) {
            setAside.add(number);
            unnamed++;
            report(line, Column.NUMBER, number.value(), RosterFault.DOUBLE_NUMBER, "" + first);
            return;
        }
        rule.entry(
                        number,
                        values,
                        names,
                        (column, fault) -> report(line, column, values.of(column), fault))
                .ifPresentOrElse(
                        entry -> {
                            entries.add(entry);
                            count(entry, values);
                        },
                        () -> setAside.add(number));
    }

    private void count(RosterEntry entry, Values values) {
        if (entry.present() && entry.place().isPresent()) {
            ages.computeIfAbsent(entry.place().get(), _ -> new EnumMap<>(AgeBand.class))
                    .merge(rule.age(values), 1, Integer::sum);
        }
    }

    /** One line with more or fewer values than the header, so that nobody knows what is what. */
    public void addMisshapen(int line, String firstValue) {
        lines++;
        unnamed++;
        report(FileProblem.at(line, "", firstValue, RosterFault.ROSTER_LINE_LENGTH));
    }

    private void report(int line, Column column, String value, RosterFault fault, String... facts) {
        report(FileProblem.at(line, header.of(column), value, fault, facts));
    }

    private void report(FileProblem problem) {
        problemCount++;
        if (problems.size() < PROBLEMS_KEPT) {
            problems.add(problem);
        }
    }

    public RosterFile.Read read(RosterFile.Look look) {
        entries.removeIf(entry -> setAside.contains(entry.number()));
        return new RosterFile.Read(
                look,
                lines,
                State.of(entries, RosterEntry::number),
                Set.copyOf(setAside),
                unnamed,
                List.copyOf(problems),
                problemCount,
                agesIfAnyIsKnown());
    }

    /** A file that says no birthdays says nothing of ages, and those of one before stay. */
    private Map<UnitId, Map<AgeBand, Integer>> agesIfAnyIsKnown() {
        boolean known =
                ages.values().stream()
                        .flatMap(bands -> bands.keySet().stream())
                        .anyMatch(band -> band != AgeBand.UNKNOWN);
        return known ? ages : Map.of();
    }
}
