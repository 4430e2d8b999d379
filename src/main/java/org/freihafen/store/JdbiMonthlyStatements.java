package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.UnitId;
import org.freihafen.monthly.MonthlyStatement;
import org.freihafen.monthly.MonthlyStatements;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Monthly statements in the database. */
@Dependent
public class JdbiMonthlyStatements implements MonthlyStatements {
    private static final String SELECT =
            "select branch, month_begins, drawn, sheet, filed, told, waits from monthly_statement"
                    + " where ";

    private final Statements statements;

    @Inject
    public JdbiMonthlyStatements(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(MonthlyStatement statement) {
        statements.update(
                "insert into monthly_statement (branch, month_begins, drawn, sheet, filed, told,"
                        + " waits) select id, ?, ?, ?, ?, ?, ? from unit where id = ? and not exists"
                        + " (select 1 from monthly_statement where branch = unit.id and month_begins"
                        + " = ?)",
                statement.month().atDay(1),
                statement.drawn(),
                statement.text().orElse(null),
                statement.filed().orElse(null),
                statement.told().orElse(null),
                statement.waits().map(Sayings::written).orElse(null),
                statement.branch().value(),
                statement.month().atDay(1));
    }

    @Override
    public Optional<MonthlyStatement> lock(UnitId branch, YearMonth month) {
        return statements.first(
                SELECT + "branch = ? and month_begins = ? for update",
                (row, _) -> statement(row),
                branch.value(),
                month.atDay(1));
    }

    @Override
    public void save(MonthlyStatement statement) {
        statements.updateOne(
                statement.toString(),
                "update monthly_statement set sheet = ?, filed = ?, told = ?, waits = ? where branch"
                        + " = ? and month_begins = ?",
                statement.text().orElse(null),
                statement.filed().orElse(null),
                statement.told().orElse(null),
                statement.waits().map(Sayings::written).orElse(null),
                statement.branch().value(),
                statement.month().atDay(1));
    }

    @Override
    public List<MonthlyStatement> open() {
        return statements.list(
                SELECT + "told is null order by month_begins, branch", (row, _) -> statement(row));
    }

    @Override
    public List<MonthlyStatement> since(YearMonth month) {
        return statements.list(
                SELECT + "month_begins >= ? order by month_begins desc, branch",
                (row, _) -> statement(row),
                month.atDay(1));
    }

    private static MonthlyStatement statement(ResultSet row) throws SQLException {
        return new MonthlyStatement(
                Columns.unit(row, 1),
                YearMonth.from(Columns.day(row, 2)),
                Columns.moment(row, 3),
                Optional.ofNullable(row.getString(4)),
                Columns.optionalMoment(row, 5),
                Columns.optionalMoment(row, 6),
                Optional.ofNullable(row.getString(7)).map(Sayings::read));
    }
}
