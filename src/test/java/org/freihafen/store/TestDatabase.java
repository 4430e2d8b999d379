package org.freihafen.store;

import org.flywaydb.core.Flyway;
import org.freihafen.servers.Postgres;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

import javax.sql.DataSource;

/** A migrated database that all tests of this JVM share; each empties it first. */
final class TestDatabase {
    /** What {@code db.url} says by default, beside the place. */
    static final String H2_SETTINGS = shipped("db.url").replaceFirst("[^;]*;", "");

    private static @Nullable TestDatabase h2;
    private static @Nullable TestDatabase postgres;

    private final Jdbi jdbi;
    private final List<String> tables;

    private TestDatabase(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        jdbi = Jdbi.create(source);
        tables = tables();
    }

    static String shipped(String key) {
        try (InputStream file =
                TestDatabase.class.getResourceAsStream(
                        "/META-INF/microprofile-config.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(file));
            return properties.getProperty(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized TestDatabase h2() {
        if (h2 == null) {
            h2 =
                    new TestDatabase(
                            JdbcConnectionPool.create(
                                    "jdbc:h2:mem:store;DB_CLOSE_DELAY=-1;" + H2_SETTINGS,
                                    "freihafen",
                                    "freihafen"));
        }
        return h2;
    }

    static synchronized TestDatabase postgres() {
        if (postgres == null) {
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setUrl(Postgres.shared().freshDatabase());
            source.setUser(Postgres.USER);
            source.setPassword(Postgres.PASSWORD);
            postgres = new TestDatabase(JdbcConnectionPool.create(source));
        }
        return postgres;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    private List<String> tables() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select table_name from information_schema.tables"
                                        + " where table_schema = 'public' and table_name"
                                        + " not in ('audit_head', 'flyway_schema_history')")
                        .mapTo(String.class)
                        .list());
    }

    void empty() {
        jdbi.useHandle(handle -> {
            if (this == h2) {
                handle.execute("set referential_integrity false");
                tables.forEach(table -> handle.execute("truncate table " + table));
                handle.execute("set referential_integrity true");
            } else {
                // TRUNCATE makes new files for every table, however empty it is.
                handle.execute("set session_replication_role = replica");
                tables.forEach(table -> handle.execute("delete from " + table));
                handle.execute("set session_replication_role = origin");
            }
            handle.execute("update audit_head set number = 0, hash = ''");
        });
    }
}
