package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.PasswordLinks;
import org.jdbi.v3.core.Jdbi;

import java.time.Instant;
import java.util.Optional;

/** Open password links in the database; one that was closed is gone. */
@Dependent
public class JdbiPasswordLinks implements PasswordLinks {
    private final Statements statements;

    @Inject
    public JdbiPasswordLinks(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void open(PasswordLink link) {
        statements.together(() -> {
            statements.update("delete from password_link where person = ?", link.person().value());
            statements.update(
                    "insert into password_link (person, secret_digest, until)"
                            + " values (?, ?, ?)",
                    link.person().value(),
                    link.secretDigest(),
                    link.until());
        });
    }

    @Override
    public Optional<PasswordLink> find(String secretDigest, Instant now) {
        return statements.first(
                "select person, secret_digest, until from password_link"
                        + " where secret_digest = ? and until > ?",
                (row, _) ->
                        new PasswordLink(
                                Columns.person(row, 1), row.getString(2), Columns.moment(row, 3)),
                secretDigest,
                now);
    }

    @Override
    public boolean close(PasswordLink link) {
        return statements.update(
                        "delete from password_link where person = ? and secret_digest = ?",
                        link.person().value(),
                        link.secretDigest())
                == 1;
    }
}
