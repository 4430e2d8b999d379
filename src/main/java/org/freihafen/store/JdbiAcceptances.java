package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.arrival.Acceptances;
import org.freihafen.ids.PersonId;
import org.jdbi.v3.core.Jdbi;

import java.time.Instant;
import java.util.Optional;

/** Accepted notices in the database. */
@Dependent
public class JdbiAcceptances implements Acceptances {
    private final Statements statements;

    @Inject
    public JdbiAcceptances(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public Optional<String> of(PersonId person) {
        return statements.first(
                "select version from notice_acceptance where person = ?",
                (row, _) -> row.getString(1),
                person.value());
    }

    @Override
    public void accept(PersonId person, String version, Instant at) {
        statements.together(() -> {
            statements.update("delete from notice_acceptance where person = ?", person.value());
            statements.update(
                    "insert into notice_acceptance (person, version, at) values (?, ?, ?)",
                    person.value(),
                    version,
                    at);
        });
    }
}
