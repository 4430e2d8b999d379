package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.membership.Origin;
import org.freihafen.reports.Tallies;
import org.freihafen.reports.Tally;
import org.freihafen.reports.Tally.Measure;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts of people in the database. */
@Dependent
public class JdbiTallies implements Tallies {
    private static final String SELECT =
            "select counted_on, unit, measure, people from tally where ";
    private static final String ORDERED = " order by counted_on, unit, measure";
    private static final String BY_REGISTER = " and m.origin = '" + Origin.REGISTER + "'";
    private static final String ELSEWHERE =
            "exists (select 1 from membership other where other.person = m.person and other.origin"
                    + " = '"
                    + Origin.REGISTER
                    + "' and other.";
    private static final String THERE = "since <= ? and (until is null or until > ?)" + BY_REGISTER;
    private static final String CAME = "since between ? and ?" + BY_REGISTER;
    private static final String WENT = "until between ? and ?" + BY_REGISTER;

    private final Statements statements;

    @Inject
    public JdbiTallies(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    /** One statement, as a roster may be changing people meanwhile and counts have to add up. */
    @Override
    public List<Tally> count(LocalDate first, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            counts.add(
                    "select '"
                            + measure
                            + "', unit, count(*) from membership m where "
                            + found(measure)
                            + " group by unit");
            days.add(from(measure, first, last));
            days.add(last);
        }
        return statements.list(
                String.join(" union all ", counts),
                (row, _) ->
                        new Tally(
                                last,
                                Columns.unit(row, 2),
                                Columns.constant(row, 1, Measure.class),
                                row.getInt(3)),
                days.toArray());
    }

    private static String found(Measure measure) {
        return switch (measure) {
            case PEOPLE -> THERE;
            case PAID_UP ->
                    THERE
                            + " and exists (select 1 from person where id = m.person and"
                            + " balance_cents >= 0)";
            case JOINED -> CAME + " and not " + ELSEWHERE + "until = m.since)";
            case MOVED_IN ->
                    CAME + " and " + ELSEWHERE + "unit <> m.unit and other.until = m.since)";
            case LEFT -> WENT + " and not " + ELSEWHERE + "since = m.until)";
            case MOVED_OUT ->
                    WENT + " and " + ELSEWHERE + "unit <> m.unit and other.since = m.until)";
        };
    }

    private static LocalDate from(Measure measure, LocalDate first, LocalDate last) {
        return switch (measure) {
            case PEOPLE, PAID_UP -> last;
            case JOINED, MOVED_IN, LEFT, MOVED_OUT -> first;
        };
    }

    @Override
    public void replace(LocalDate day, List<Tally> tallies) {
        statements.together(() -> {
            statements.update("delete from tally where counted_on = ?", day);
            statements.batch(
                    "insert into tally (counted_on, unit, measure, people) values (?, ?, ?, ?)",
                    tallies,
                    tally ->
                            new @Nullable Object[] {
                                tally.day(), tally.unit().value(), tally.measure(), tally.people()
                            });
        });
    }

    @Override
    public List<Tally> between(LocalDate from, LocalDate to) {
        return statements.list(
                SELECT + "counted_on between ? and ?" + ORDERED, (row, _) -> tally(row), from, to);
    }

    @Override
    public List<Tally> monthly(LocalDate since) {
        return statements.list(
                SELECT
                        + "counted_on in (select max(counted_on) from tally where counted_on >= ? group by"
                        + " extract(year from counted_on), extract(month from counted_on))"
                        + ORDERED,
                (row, _) -> tally(row),
                since);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                Columns.day(row, 1),
                Columns.unit(row, 2),
                Columns.constant(row, 3, Measure.class),
                row.getInt(4));
    }

    @Override
    public Optional<LocalDate> latest() {
        return statements
                .first("select max(counted_on) from tally", (row, _) -> Columns.optionalDay(row, 1))
                .flatMap(day -> day);
    }
}
