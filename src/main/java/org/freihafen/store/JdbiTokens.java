package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.signin.Token;
import org.freihafen.signin.Tokens;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tokens in the database; one that was ended is gone. */
@Dependent
public class JdbiTokens implements Tokens {
    private static final String SELECT =
            "select id, person, name, scope, secret_digest, made, until from token";

    private final Statements statements;

    @Inject
    public JdbiTokens(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public Optional<Token> byDigest(String secretDigest) {
        return statements.first(
                SELECT + " where secret_digest = ?", (row, _) -> token(row), secretDigest);
    }

    @Override
    public List<Token> of(PersonId person) {
        return statements.list(
                SELECT + " where person = ? order by made, id",
                (row, _) -> token(row),
                person.value());
    }

    @Override
    public void add(Token token) {
        statements.update(
                "insert into token (id, person, name, scope, secret_digest, made, until)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                token.person().value(),
                token.name(),
                token.scope(),
                token.secretDigest(),
                token.made(),
                token.until());
    }

    @Override
    public void end(UUID id) {
        statements.update("delete from token where id = ?", id);
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                Columns.uuid(row, 1),
                Columns.person(row, 2),
                row.getString(3),
                Columns.constant(row, 4, Token.Scope.class),
                row.getString(5),
                Columns.moment(row, 6),
                Columns.moment(row, 7));
    }
}
