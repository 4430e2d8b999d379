package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.ids.PersonId;
import org.jdbi.v3.core.Jdbi;

import java.time.Instant;
import java.util.Optional;

/** Confirmed addresses in the database. */
@Dependent
public class JdbiRecoveryAddresses implements RecoveryAddresses {
    private final Statements statements;

    @Inject
    public JdbiRecoveryAddresses(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public Optional<String> of(PersonId person) {
        return statements.first(
                "select address from recovery_address where person = ?",
                (row, _) -> row.getString(1),
                person.value());
    }

    @Override
    public void confirm(PersonId person, String address, Instant at) {
        statements.together(() -> {
            erase(person);
            statements.update(
                    "insert into recovery_address (person, address, confirmed) values (?, ?, ?)",
                    person.value(),
                    address,
                    at);
        });
    }

    @Override
    public void erase(PersonId person) {
        statements.update("delete from recovery_address where person = ?", person.value());
    }
}
