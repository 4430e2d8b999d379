package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.guests.Guest;
import org.freihafen.guests.Guests;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Guests in the database. */
@Dependent
public class JdbiGuests implements Guests {
    private static final String SELECT =
            "select person, unit, sponsor, purpose, until, reminded from guest where ";

    private final Statements statements;

    @Inject
    public JdbiGuests(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(Guest guest) {
        statements.update(
                "insert into guest (unit, sponsor, purpose, until, reminded, person) values (?, ?,"
                        + " ?, ?, ?, ?)",
                values(guest));
    }

    @Override
    public Optional<Guest> byId(PersonId person) {
        return select("person = ?", person.value()).stream().findFirst();
    }

    @Override
    public Optional<Guest> lock(PersonId person) {
        return select("person = ? for update", person.value()).stream().findFirst();
    }

    @Override
    public List<Guest> of(UnitId unit) {
        return select("unit = ? order by until, person", unit.value());
    }

    @Override
    public List<Guest> endingBy(LocalDate day) {
        return select(
                "until <= ? or unit in (select id from unit where ended) order by until, person",
                day);
    }

    @Override
    public void save(Guest guest) {
        statements.updateOne(
                "the guest " + guest.person(),
                "update guest set unit = ?, sponsor = ?, purpose = ?, until = ?, reminded = ?"
                        + " where person = ?",
                values(guest));
    }

    @Override
    public void end(PersonId person) {
        statements.update("delete from guest where person = ?", person.value());
    }

    private static Object[] values(Guest guest) {
        return new Object[] {
            guest.unit().value(),
            guest.sponsor().value(),
            guest.purpose(),
            guest.until(),
            guest.reminded(),
            guest.person().value()
        };
    }

    private List<Guest> select(String where, @Nullable Object... values) {
        return statements.list(SELECT + where, (row, _) -> guest(row), values);
    }

    private static Guest guest(ResultSet row) throws SQLException {
        return new Guest(
                Columns.person(row, 1),
                Columns.unit(row, 2),
                Columns.person(row, 3),
                row.getString(4),
                Columns.day(row, 5),
                row.getBoolean(6));
    }
}
