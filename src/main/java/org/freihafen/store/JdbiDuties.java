package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.ids.PersonId;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Duties in the database, those that ended included. */
@Dependent
public class JdbiDuties implements Duties {
    private static final String SELECT = "select person, duty, unit, until from duty";

    private final Statements statements;

    @Inject
    public JdbiDuties(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public List<DutyHeld> of(PersonId person) {
        return statements.list(
                SELECT + " where person = ? order by duty, unit",
                (row, _) -> duty(row),
                person.value());
    }

    @Override
    public List<DutyHeld> all() {
        return statements.list(SELECT + " order by person, duty, unit", (row, _) -> duty(row));
    }

    @Override
    public void give(DutyHeld held) {
        statements.together(() -> {
            statements.update(
                    "delete from duty where person = ? and duty = ? and unit = ?",
                    held.person().value(),
                    held.duty(),
                    held.in().value());
            statements.update(
                    "insert into duty (person, duty, unit, until) values (?, ?, ?, ?)",
                    held.person().value(),
                    held.duty(),
                    held.in().value(),
                    held.until().orElse(null));
        });
    }

    @Override
    public void end(DutyHeld held, Instant at) {
        statements.update(
                "update duty set until = ? where person = ? and duty = ? and unit = ?"
                        + " and (until is null or until > ?)",
                at,
                held.person().value(),
                held.duty(),
                held.in().value(),
                at);
    }

    private static DutyHeld duty(ResultSet row) throws SQLException {
        return new DutyHeld(
                Columns.person(row, 1),
                Columns.constant(row, 2, Duty.class),
                Columns.unit(row, 3),
                Columns.optionalMoment(row, 4));
    }
}
