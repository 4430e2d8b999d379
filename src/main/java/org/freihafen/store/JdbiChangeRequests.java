package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.requests.ChangeRequest;
import org.freihafen.requests.ChangeRequest.Kind;
import org.freihafen.requests.ChangeRequest.Outcome;
import org.freihafen.requests.ChangeRequests;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Change requests in the database. */
@Dependent
public class JdbiChangeRequests implements ChangeRequests {
    private static final String SELECT =
            "select granted, answered_by, answered, reason, id, unit, asked_by, member_number,"
                    + " kind, words, made, exported from change_request";

    private final Statements statements;

    @Inject
    public JdbiChangeRequests(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(ChangeRequest request) {
        statements.together(() -> {
            statements.update(
                    "insert into change_request (id, unit, asked_by, member_number, kind, words,"
                            + " made) values (?, ?, ?, ?, ?, ?, ?)",
                    request.id(),
                    request.unit().value(),
                    request.askedBy().value(),
                    request.number().value(),
                    request.kind(),
                    request.words(),
                    request.made());
            save(List.of(request));
        });
    }

    @Override
    public void save(Collection<ChangeRequest> requests) {
        statements.batch(
                "update change_request set exported = ?, granted = ?, answered_by = ?,"
                        + " answered = ?, reason = ? where id = ?",
                requests,
                request ->
                        new @Nullable Object[] {
                            request.exported().orElse(null),
                            request.outcome().map(Outcome::done).orElse(null),
                            request.outcome().map(outcome -> outcome.by().value()).orElse(null),
                            request.outcome().map(Outcome::at).orElse(null),
                            request.outcome().map(Outcome::reason).orElse(null),
                            request.id()
                        });
    }

    @Override
    public Optional<ChangeRequest> byId(UUID id) {
        return statements.first(SELECT + " where id = ?", (row, _) -> request(row), id);
    }

    @Override
    public Optional<ChangeRequest> lock(UUID id) {
        return statements.first(SELECT + " where id = ? for update", (row, _) -> request(row), id);
    }

    @Override
    public List<ChangeRequest> askedBy(PersonId person) {
        return statements.list(
                SELECT + " where asked_by = ? order by made desc, id desc",
                (row, _) -> request(row),
                person.value());
    }

    @Override
    public List<ChangeRequest> open() {
        return statements.list(
                SELECT + " where answered is null order by made, id", (row, _) -> request(row));
    }

    private static ChangeRequest request(ResultSet row) throws SQLException {
        return new ChangeRequest(
                Columns.uuid(row, 5),
                Columns.unit(row, 6),
                Columns.person(row, 7),
                new MemberNumber(row.getString(8)),
                Columns.constant(row, 9, Kind.class),
                row.getString(10),
                Columns.moment(row, 11),
                Columns.optionalMoment(row, 12),
                outcome(row));
    }

    private static Optional<Outcome> outcome(ResultSet row) throws SQLException {
        return Columns.optionalMoment(row, 3).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Outcome(
                                row.getBoolean(1),
                                Columns.person(row, 2),
                                Columns.moment(row, 3),
                                row.getString(4)));
    }
}
