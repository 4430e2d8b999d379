package org.freihafen.store;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    void migrate(
            @Observes @Priority(1) Startup startup, Migration migration, Ids ids, Secret secret) {
        migration.await();
        new JdbiInstallation(jdbi()).begin(ids, secret);
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
