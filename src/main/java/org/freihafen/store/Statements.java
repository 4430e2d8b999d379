package org.freihafen.store;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

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
        return jdbi.withHandle(handle -> {
            try (Query query = bound(handle.createQuery(sql), values)) {
                return query.map(mapper).list();
            }
        });
    }

    <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    /**
     * Row by row, holding only some at a time. PostgreSQL streams only inside a transaction, so
     * there always is one.
     */
    void stream(String sql, Row row, @Nullable Object... values) {
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
    }

    int update(String sql, @Nullable Object... values) {
        return jdbi.withHandle(handle -> {
            try (var update = bound(handle.createUpdate(sql), values)) {
                return update.execute();
            }
        });
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
        jdbi.useTransaction(handle -> {
            try (PreparedBatch batch = handle.prepareBatch(sql)) {
                for (T item : items) {
                    bound(batch, values.apply(item)).add();
                    if (batch.size() == ROWS_AT_ONCE) {
                        batch.execute();
                    }
                }
                if (batch.size() > 0) {
                    batch.execute();
                }
            }
        });
    }

    private static <S extends SqlStatement<S>> S bound(S statement, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            statement.bind(i, argument(values[i]));
        }
        return statement;
    }

    private static Argument argument(@Nullable Object value) {
        return switch (value) {
            case null -> (place, statement, _) -> statement.setNull(place, Types.NULL);
            case Instant moment ->
                    (place, statement, _) ->
                            statement.setObject(
                                    place, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            case Enum<?> constant ->
                    (place, statement, _) -> statement.setString(place, constant.name());
            case Any any ->
                    (place, statement, context) ->
                            statement.setArray(
                                    place,
                                    context.getConnection()
                                            .createArrayOf(any.type(), any.values().toArray()));
            default -> (place, statement, _) -> statement.setObject(place, value);
        };
    }

    /**
     * Values for {@code = any(?)}.
     *
     * @param type as both databases call it
     */
    record Any(String type, List<?> values) {
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
