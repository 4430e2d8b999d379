package org.freihafen.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Ready as long as the database answers a query. */
@Readiness
@ApplicationScoped
public class DatabaseAnswers implements HealthCheck {

    private final Jdbi jdbi;

    @Inject
    public DatabaseAnswers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        try {
            return jdbi.withHandle(
                    handle -> handle.createQuery("select 1").mapTo(int.class).one() == 1);
        } catch (JdbiException unreachable) {
            return false;
        }
    }
}
