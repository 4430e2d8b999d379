package org.freihafen.store;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs SQL with plain positional values, in the transaction that the caller is in: the container's,
 * or one begun with {@link #together}.
 */
final class Statements {
    private static final int ROWS_AT_ONCE = 1000;

    private final Jdbi jdbi;

    Statements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Sees one row and must not keep it. */
    @FunctionalInterface
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** All in one transaction: the one that there is, or else a new one. */
    <T> T together(Supplier<T> work) {
        return jdbi.inTransaction(_ -> work.get());
    }

    void together(Runnable work) {
        jdbi.useTransaction(_ -> work.run());
    }

    <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        try {
            return jdbi.withHandle(handle -> {
                try (Query query = bound(handle.createQuery(sql), values)) {
                    return query.map(mapper).list();
                }
            });
        } catch (StatementException e) {
            throw StatementFailed.of(sql, e);
        }
    }

    <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    /**
     * Row by row, holding only some at a time. PostgreSQL streams only inside a transaction, so
     * there always is one.
     */
    void stream(String sql, Row row, @Nullable Object... values) {
        try {
            jdbi.useTransaction(handle -> {
                try (Query query = bound(handle.createQuery(sql), values)) {
                    query.setFetchSize(ROWS_AT_ONCE)
                            .scanResultSet((results, _) -> {
                                ResultSet rows = results.get();
                                while (rows.next()) {
                                    row.read(rows);
                                }
                                return true;
                            });
                }
            });
        } catch (StatementException e) {
            throw StatementFailed.of(sql, e);
        }
    }

    int update(String sql, @Nullable Object... values) {
        try {
            return jdbi.withHandle(handle -> {
                try (Update update = bound(handle.createUpdate(sql), values)) {
                    return update.execute();
                }
            });
        } catch (StatementException e) {
            throw StatementFailed.of(sql, e);
        }
    }

    /** Changes the one row there is, or fails: a repository was told to save what it never had. */
    void updateOne(String what, String sql, @Nullable Object... values) {
        if (update(sql, values) != 1) {
            throw new IllegalStateException("the database does not have " + what);
        }
    }

    /** One statement for many rows, sent a thousand at a time, all or none. */
    <T> void batch(String sql, Collection<T> items, Function<T, @Nullable Object[]> values) {
        if (items.isEmpty()) {
            return;
        }
        try {
            jdbi.useTransaction(handle -> {
                try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
                    int waiting = 0;
                    for (T item : items) {
                        set(statement, values.apply(item));
                        statement.addBatch();
                        if (++waiting == ROWS_AT_ONCE) {
                            statement.executeBatch();
                            waiting = 0;
                        }
                    }
                    statement.executeBatch();
                }
            });
        } catch (SQLException e) {
            throw StatementFailed.of(sql, e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
        }
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Instant moment ->
                    statement.setObject(place, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(place, constant.name());
            case Any any ->
                    statement.setArray(
                            place,
                            statement
                                    .getConnection()
                                    .createArrayOf(any.type(), any.values().toArray()));
            default -> statement.setObject(place, value);
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.bind(i, (Argument) (place, prepared, _) -> set(prepared, place, value));
        }
        return statement;
    }

    /**
     * Many values at once, to join with: {@code join unnest(cast(? as uuid array)) as wanted(want)
     * on id = want}. Both databases look each of them up in an index.
     *
     * @param type as both databases call it
     */
    record Any(String type, List<?> values) {
        static final String UUIDS = " join unnest(cast(? as uuid array)) as wanted(want) on ";
        static final String TEXTS = " join unnest(cast(? as varchar array)) as wanted(want) on ";
        static final String LONGS = " join unnest(cast(? as bigint array)) as wanted(want) on ";

        static Any uuids(List<UUID> values) {
            return new Any("uuid", values);
        }

        static Any texts(List<String> values) {
            return new Any("varchar", values);
        }

        static Any longs(List<Long> values) {
            return new Any("bigint", values);
        }
    }
}
