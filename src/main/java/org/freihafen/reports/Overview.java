package org.freihafen.reports;

import org.freihafen.structure.Unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A branch in numbers, with all below it.
 *
 * @param people month by month; a count below five is left out
 * @param movement joined and left in the last fourteen days, by the branches right below
 * @param places how many belong to each of the branches right below
 * @param ages by age band, of each of them; from the last roster that told birthdays
 */
public record Overview(
        Unit unit,
        List<Point> people,
        ShownTable movement,
        ShownTable places,
        Optional<ShownTable> ages) {
    /** How many there were at one day's end. */
    public record Point(LocalDate day, int people) {}
}
