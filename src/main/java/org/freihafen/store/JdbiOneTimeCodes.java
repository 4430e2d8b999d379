package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.signin.OneTimeCode;
import org.freihafen.signin.OneTimeCodes;
import org.jdbi.v3.core.Jdbi;

import java.time.Instant;
import java.util.Optional;

/** Open one-time codes in the database; one that was closed is gone. */
@Dependent
public class JdbiOneTimeCodes implements OneTimeCodes {
    private final Statements statements;

    @Inject
    public JdbiOneTimeCodes(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void open(OneTimeCode code) {
        statements.together(() -> {
            code.person()
                    .ifPresentOrElse(
                            person ->
                                    statements.update(
                                            "delete from one_time_code where person = ?",
                                            person.value()),
                            () ->
                                    statements.update(
                                            "delete from one_time_code where person is null"));
            statements.update(
                    "insert into one_time_code (secret_digest, person, until) values (?, ?, ?)",
                    code.secretDigest(),
                    code.person().map(PersonId::value).orElse(null),
                    code.until());
        });
    }

    @Override
    public Optional<OneTimeCode> find(String secretDigest, Instant now) {
        return statements.first(
                "select secret_digest, person, until from one_time_code"
                        + " where secret_digest = ? and until > ?",
                (row, _) ->
                        new OneTimeCode(
                                row.getString(1),
                                Columns.optionalUuid(row, 2).map(PersonId::new),
                                Columns.moment(row, 3)),
                secretDigest,
                now);
    }

    @Override
    public boolean close(OneTimeCode code) {
        return statements.update(
                        "delete from one_time_code where secret_digest = ?", code.secretDigest())
                == 1;
    }
}
