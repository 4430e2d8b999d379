package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.expected.ExpectedChange;
import org.freihafen.expected.ExpectedChanges;
import org.freihafen.ids.ExpectedId;
import org.freihafen.reconcile.Limit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** The calendar of expected mass changes in the database. */
@Dependent
public class JdbiExpectedChanges implements ExpectedChanges {
    private final Statements statements;

    @Inject
    public JdbiExpectedChanges(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(ExpectedChange expected) {
        statements.update(
                "insert into expected_change (id, what, from_day, until_day, at_most, percent,"
                        + " reason) values (?, ?, ?, ?, ?, ?, ?)",
                expected.id().value(),
                expected.what(),
                expected.from(),
                expected.until(),
                expected.limit().atMost(),
                expected.limit().percent(),
                expected.reason());
    }

    @Override
    public boolean remove(ExpectedId id) {
        return statements.update("delete from expected_change where id = ?", id.value()) == 1;
    }

    @Override
    public List<ExpectedChange> on(LocalDate day) {
        return select("where from_day <= ? and until_day >= ? order by id", day, day);
    }

    @Override
    public List<ExpectedChange> from(LocalDate day) {
        return select("where until_day >= ? order by from_day, id", day);
    }

    private List<ExpectedChange> select(String which, @Nullable Object... values) {
        return statements.list(
                "select id, what, from_day, until_day, at_most, percent, reason"
                        + " from expected_change "
                        + which,
                (row, _) ->
                        new ExpectedChange(
                                new ExpectedId(Columns.uuid(row, 1)),
                                row.getString(2),
                                Columns.day(row, 3),
                                Columns.day(row, 4),
                                new Limit(row.getInt(5), row.getInt(6)),
                                row.getString(7)),
                values);
    }
}
