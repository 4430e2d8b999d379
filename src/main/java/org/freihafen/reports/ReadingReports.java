package org.freihafen.reports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.ids.UnitId;
import org.freihafen.reports.Overview.Point;
import org.freihafen.reports.Tally.Measure;
import org.freihafen.roster.AgeBand;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows a branch in numbers to those who speak for it, to the member office and to auditors. */
@Dependent
@Transactional
public class ReadingReports {
    private static final int MONTHS = 24;
    private static final int RECENT_DAYS = 14;

    private final Access access;
    private final Units units;
    private final Tallies tallies;
    private final Ages ages;
    private final Clock clock;

    @Inject
    public ReadingReports(Access access, Units units, Tallies tallies, Ages ages, Clock clock) {
        this.access = access;
        this.units = units;
        this.tallies = tallies;
        this.ages = ages;
        this.clock = clock;
    }

    public Overview read(Actor actor, Unit unit) {
        access.require(actor, Action.SEE_REPORTS, unit.id());
        LocalDate today = LocalDate.now(clock);
        Parts parts = Parts.of(units.structure(), unit);
        List<Tally> monthly =
                tallies.monthly(YearMonth.from(today).minusMonths(MONTHS).atDay(1)).stream()
                        .filter(tally -> parts.of(tally.unit()).isPresent())
                        .toList();
        List<Tally> recent = tallies.between(today.minusDays(RECENT_DAYS - 1L), today);
        return new Overview(
                unit,
                people(monthly),
                table(parts, List.of(Measure.JOINED, Measure.LEFT), recent),
                table(parts, List.of(Measure.PEOPLE), latest(monthly)),
                ages.latest().map(byUnit -> table(parts, byUnit).shown()));
    }

    private static List<Tally> latest(List<Tally> counted) {
        return counted.stream()
                .filter(tally -> tally.day().equals(counted.getLast().day()))
                .toList();
    }

    /** The last day that was counted of each month. */
    private static List<Point> people(List<Tally> counted) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        counted.stream()
                .filter(tally -> tally.measure() == Measure.PEOPLE)
                .forEach(tally -> days.merge(tally.day(), tally.people(), Integer::sum));
        return days.entrySet().stream()
                .filter(day -> day.getValue() >= SuppressionRule.LEAST)
                .map(day -> new Point(day.getKey(), day.getValue()))
                .toList();
    }

    private static ShownTable table(Parts parts, List<Measure> measures, List<Tally> counted) {
        int[][] counts = new int[parts.units().size()][measures.size()];
        for (Tally tally : counted) {
            int measure = measures.indexOf(tally.measure());
            if (measure >= 0) {
                parts.of(tally.unit()).ifPresent(part -> counts[part][measure] += tally.people());
            }
        }
        return parts.table(measures, counts).shown();
    }

    private static CountTable table(Parts parts, Map<UnitId, Map<AgeBand, Integer>> ages) {
        List<AgeBand> bands = List.of(AgeBand.values());
        int[][] counts = new int[parts.units().size()][bands.size()];
        ages.forEach((unit, counted) ->
                parts.of(unit)
                        .ifPresent(part ->
                                counted.forEach((band, people) ->
                                        counts[part][bands.indexOf(band)] += people)));
        return parts.table(bands, counts);
    }
}
