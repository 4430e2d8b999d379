package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.privacy.Answered;
import org.freihafen.privacy.RightsRequest;
import org.freihafen.privacy.RightsRequest.Right;
import org.freihafen.privacy.RightsRequests;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests by right in the database. */
@Dependent
public class JdbiRightsRequests implements RightsRequests {
    private static final String SELECT =
            "select granted, answered_by, answered, reason, id, person, wanted, words, made, due"
                    + " from rights_request";

    private final Statements statements;

    @Inject
    public JdbiRightsRequests(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(RightsRequest request) {
        statements.together(() -> {
            statements.update(
                    "insert into rights_request (id, person, wanted, words, made, due)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    request.id(),
                    request.person().value(),
                    request.right(),
                    request.text(),
                    request.made(),
                    request.due());
            request.answered().ifPresent(_ -> save(request));
        });
    }

    @Override
    public void save(RightsRequest request) {
        statements.updateOne(
                "the request",
                "update rights_request set granted = ?, answered_by = ?, answered = ?, reason = ?"
                        + " where id = ?",
                request.answered().map(Answered::granted).orElse(null),
                request.answered().map(answer -> answer.by().value()).orElse(null),
                request.answered().map(Answered::at).orElse(null),
                request.answered().map(Answered::reason).orElse(null),
                request.id());
    }

    @Override
    public Optional<RightsRequest> byId(UUID id) {
        return statements.first(SELECT + " where id = ?", (row, _) -> request(row), id);
    }

    @Override
    public Optional<RightsRequest> lock(UUID id) {
        return statements.first(SELECT + " where id = ? for update", (row, _) -> request(row), id);
    }

    @Override
    public List<RightsRequest> of(PersonId person) {
        return statements.list(
                SELECT + " where person = ? order by made desc, id desc",
                (row, _) -> request(row),
                person.value());
    }

    @Override
    public List<RightsRequest> open() {
        return statements.list(
                SELECT + " where answered is null order by due, id", (row, _) -> request(row));
    }

    private static RightsRequest request(ResultSet row) throws SQLException {
        return new RightsRequest(
                Columns.uuid(row, 5),
                Columns.person(row, 6),
                Columns.constant(row, 7, Right.class),
                row.getString(8),
                Columns.moment(row, 9),
                Columns.day(row, 10),
                answered(row));
    }

    /** From the first four columns. */
    static Optional<Answered> answered(ResultSet row) throws SQLException {
        return Columns.optionalMoment(row, 3).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Answered(
                                row.getBoolean(1),
                                Columns.person(row, 2),
                                Columns.moment(row, 3),
                                row.getString(4)));
    }
}
