package org.freihafen.store;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import javax.sql.DataSource;

/**
 * Brings the database to the schema of this version. It begins as soon as the server looks at our
 * beans and runs beside that: neither needs the other, and a start waits for the longer one only.
 */
public class Migration implements Extension {
    private final FutureTask<Boolean> work = new FutureTask<>(Migration::asConfigured, true);

    void begin(@Observes BeforeBeanDiscovery event) {
        Thread.ofPlatform().name("migration").daemon().start(work);
    }

    /**
     * Returns once the database has the schema of this version.
     *
     * @throws DatabaseUnavailable if it cannot be opened
     */
    void await() {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended while the database was brought up", e);
        }
    }

    private static void asConfigured() {
        Config config = ConfigProvider.getConfig();
        String url = config.getValue("db.url", String.class);
        String user = config.getValue("db.user", String.class);
        String password = config.getOptionalValue("db.password", String.class).orElse("");
        migrate(Flyway.configure().dataSource(url, user, password), url);
    }

    /**
     * Brings a database to the schema of this version.
     *
     * @throws DatabaseUnavailable if it cannot be opened
     */
    static void migrate(DataSource source, String url) {
        migrate(Flyway.configure().dataSource(source), url);
    }

    private static void migrate(FluentConfiguration flyway, String url) {
        try {
            flyway.load().migrate();
        } catch (FlywayException e) {
            throw DatabaseUnavailable.because(e, url).<RuntimeException>map(it -> it).orElse(e);
        }
    }
}
