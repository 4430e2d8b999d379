package org.freihafen.store;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.freihafen.ids.Ids;
import org.jdbi.v3.core.Jdbi;

import java.nio.file.Path;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The one database, named by {@code db.*}. Before anything else in the house wakes, it is brought
 * to the schema of this version; a database that cannot be brought there stops the start.
 */
@DataSourceDefinition(
        name = Database.NAME,
        className = "${MPCONFIG=db.class}",
        url = "${MPCONFIG=db.url}",
        user = "${MPCONFIG=db.user}",
        password = "${MPCONFIG=db.password}")
@ApplicationScoped
public class Database {

    static final String NAME = "java:app/jdbc/freihafen";

    @Resource(lookup = NAME)
    private DataSource source;

    @Inject
    @ConfigProperty(name = "db.url")
    private String url;

    void migrate(@Observes @Priority(1) Startup startup, Ids ids, Secret secret) {
        migrate(source, url);
        new JdbiInstallation(jdbi()).begin(ids, secret);
    }

    /**
     * Brings a database to the schema of this version.
     *
     * @throws DatabaseUnavailable if it cannot be opened
     */
    static void migrate(DataSource source, String url) {
        try {
            Flyway.configure().dataSource(source).load().migrate();
        } catch (FlywayException e) {
            throw DatabaseUnavailable.because(e, url).<RuntimeException>map(it -> it).orElse(e);
        }
    }

    /** Connections join the transaction that the caller is in. */
    @Produces
    @Singleton
    Jdbi jdbi() {
        return Jdbi.create(source);
    }

    /** As configured, or else made at the first start and kept in the data directory. */
    @Produces
    @Singleton
    Secret secret(
            @ConfigProperty(name = "freihafen.secret") Optional<String> configured,
            @ConfigProperty(name = "freihafen.data") String data) {
        return configured.map(Secret::of).orElseGet(() -> Secret.in(Path.of(data, "secret")));
    }
}
