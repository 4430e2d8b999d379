package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.erasure.Farewell;
import org.freihafen.erasure.Farewells;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Status;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Farewells in the database. */
@Dependent
public class JdbiFarewells implements Farewells {
    private static final String SELECT = "select person, since, cause, told, last from farewell";
    private static final List<String> GONE =
            Arrays.stream(Status.values()).filter(s -> !s.present()).map(Status::name).toList();

    private final Statements statements;

    @Inject
    public JdbiFarewells(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void catchUp(LocalDate today) {
        statements.together(() -> {
            statements.update(
                    "delete from farewell where cause = ? and person not in (select id from person"
                            + Any.TEXTS
                            + "status = want)",
                    Cause.LEFT,
                    Any.texts(GONE));
            statements.update(
                    "insert into farewell (person, since, cause, told, last) select id, cast(? as"
                            + " date), ?, 0, cast(? as date) from person"
                            + Any.TEXTS
                            + "status = want where origin <> ? and not exists (select 1 from"
                            + " farewell where person = id) and not exists (select 1 from"
                            + " tombstone where person = id)",
                    today,
                    Cause.LEFT,
                    today,
                    Any.texts(GONE),
                    Origin.SANDBOX);
        });
    }

    @Override
    public void begin(Farewell farewell) {
        statements.together(() -> {
            end(farewell.person());
            statements.update(
                    "insert into farewell (person, since, cause, told, last) values (?, ?, ?, ?, ?)",
                    farewell.person().value(),
                    farewell.since(),
                    farewell.cause(),
                    farewell.told(),
                    farewell.last());
        });
    }

    @Override
    public Optional<Farewell> lock(PersonId person) {
        return statements.first(
                SELECT + " where person = ? for update", (row, _) -> farewell(row), person.value());
    }

    @Override
    public List<Farewell> all() {
        return statements.list(SELECT + " order by person", (row, _) -> farewell(row));
    }

    @Override
    public void save(Farewell farewell) {
        statements.updateOne(
                "the farewell of " + farewell.person(),
                "update farewell set since = ?, cause = ?, told = ?, last = ? where person = ?",
                farewell.since(),
                farewell.cause(),
                farewell.told(),
                farewell.last(),
                farewell.person().value());
    }

    @Override
    public void end(PersonId person) {
        statements.update("delete from farewell where person = ?", person.value());
    }

    @Override
    public List<PersonId> unwritten(int most) {
        return statements.list(
                "select person from farewell where written is null and cause = ?"
                        + " order by since, person limit ?",
                (row, _) -> Columns.person(row, 1),
                Cause.LEFT,
                most);
    }

    @Override
    public boolean written(PersonId person, Instant moment) {
        return statements.update(
                        "update farewell set written = ? where person = ? and cause = ? and"
                                + " written is null",
                        moment,
                        person.value(),
                        Cause.LEFT)
                > 0;
    }

    @Override
    public int writtenSince(Instant moment) {
        return statements
                .first(
                        "select count(*) from farewell where written > ?",
                        (row, _) -> row.getInt(1),
                        moment)
                .orElse(0);
    }

    @Override
    public int people() {
        return statements
                .first(
                        "select count(*) from person where not exists (select 1 from tombstone"
                                + " where person = id)",
                        (row, _) -> row.getInt(1))
                .orElse(0);
    }

    private static Farewell farewell(ResultSet row) throws SQLException {
        return new Farewell(
                Columns.person(row, 1),
                Columns.day(row, 2),
                Columns.constant(row, 3, Cause.class),
                row.getInt(4),
                Columns.day(row, 5));
    }
}
