package org.freihafen.store;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Reads columns by place, as both databases hold them. */
final class Columns {
    private Columns() {}

    static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static PersonId person(ResultSet row, int column) throws SQLException {
        return new PersonId(uuid(row, column));
    }

    static UnitId unit(ResultSet row, int column) throws SQLException {
        return new UnitId(uuid(row, column));
    }

    static Optional<UUID> optionalUuid(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static Optional<String> optionalText(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<LocalDate> optionalDay(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalMoment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** Its first and last day from two columns that stand side by side. */
    static Period period(ResultSet row, int column) throws SQLException {
        return new Period(day(row, column), optionalDay(row, column + 1));
    }

    static <E extends Enum<E>> E constant(ResultSet row, int column, Class<E> type)
            throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }
}
