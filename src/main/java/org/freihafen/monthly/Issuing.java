package org.freihafen.monthly;

import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whose boards get statements, and when.
 *
 * @param kinds of the branches; none for no statements
 * @param day of the month on which the last one's statement is drawn up
 */
public record Issuing(Set<String> kinds, int day) {
    /** How many months are made good if Freihafen stood still. */
    private static final int MONTHS = 3;

    public Issuing {
        kinds = Set.copyOf(kinds);
    }

    /** The months that are due, oldest first, however many of them are there already. */
    List<YearMonth> due(LocalDate today) {
        YearMonth last = YearMonth.from(today.minusDays(day - 1L)).minusMonths(1);
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(i -> last.minusMonths((long) MONTHS - i))
                .toList();
    }

    /** The day on which the next month will be due. */
    public LocalDate next(LocalDate today) {
        return YearMonth.from(today.minusDays(day - 1L)).plusMonths(1).atDay(day);
    }

    public List<Unit> branches(Structure structure) {
        return structure.living().stream()
                .filter(unit -> kinds.contains(unit.kind().name()) && unit.kind().byRegister())
                .sorted(Comparator.comparing(Unit::name))
                .toList();
    }
}
