package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.asking.AccessRequest;
import org.freihafen.asking.AccessRequest.Outcome;
import org.freihafen.asking.AccessRequest.Stage;
import org.freihafen.asking.AccessRequests;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What units asked of each other, in the database. */
@Dependent
public class JdbiAccessRequests implements AccessRequests {
    private static final String SELECT =
            "select id, by_unit, part, of_unit, asked_by, folder, permissions, until, reason, made,"
                    + " waits_until, stage, answered_by, answered, grant_id, answer from"
                    + " access_request where ";
    private static final Comparator<AccessRequest> OLDEST_FIRST =
            Comparator.comparing(AccessRequest::made).thenComparing(AccessRequest::id);

    private final Statements statements;

    @Inject
    public JdbiAccessRequests(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(AccessRequest request) {
        statements.together(() -> {
            statements.update(
                    "insert into access_request (id, by_unit, part, of_unit, asked_by, folder,"
                            + " permissions, until, reason, made, waits_until, stage) values (?,"
                            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    request.id(),
                    request.by().value(),
                    request.part(),
                    request.of().value(),
                    request.askedBy().value(),
                    request.folder(),
                    JdbiGrants.bits(request.permissions()),
                    request.until().orElse(null),
                    request.reason(),
                    request.made(),
                    request.open(),
                    Stage.WAITING);
            save(request);
        });
    }

    @Override
    public void save(AccessRequest request) {
        Optional<Outcome> outcome = request.outcome();
        statements.updateOne(
                "the request " + request.id(),
                "update access_request set stage = ?, answered_by = ?, answered = ?, grant_id = ?,"
                        + " answer = ? where id = ?",
                request.stage(),
                outcome.flatMap(Outcome::by).map(PersonId::value).orElse(null),
                outcome.map(Outcome::at).orElse(null),
                outcome.flatMap(Outcome::grant).map(GrantId::value).orElse(null),
                outcome.map(Outcome::reason).orElse(null),
                request.id());
    }

    @Override
    public Optional<AccessRequest> byId(UUID id) {
        return select("id = ?", id).stream().findFirst();
    }

    @Override
    public List<AccessRequest> about(UnitId unit) {
        return select("by_unit = ? or of_unit = ?", unit.value(), unit.value()).reversed();
    }

    @Override
    public List<AccessRequest> waitingFor(Collection<UnitId> units) {
        return units.stream()
                .flatMap(unit ->
                        select("stage = ? and of_unit = ?", Stage.WAITING, unit.value()).stream())
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public List<AccessRequest> waiting() {
        return select("stage = ?", Stage.WAITING);
    }

    @Override
    public Optional<AccessRequest> answeredWith(GrantId grant) {
        return select("grant_id = ?", grant.value()).stream().findFirst();
    }

    private List<AccessRequest> select(String where, @Nullable Object... values) {
        return statements.list(SELECT + where, (row, _) -> request(row), values).stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static AccessRequest request(ResultSet row) throws SQLException {
        return new AccessRequest(
                Columns.uuid(row, 1),
                Columns.unit(row, 2),
                Columns.constant(row, 3, Part.class),
                Columns.unit(row, 4),
                Columns.person(row, 5),
                row.getString(6),
                JdbiGrants.permissions(row.getInt(7)),
                Columns.optionalDay(row, 8),
                row.getString(9),
                Columns.moment(row, 10),
                Columns.moment(row, 11),
                outcome(row));
    }

    private static Optional<Outcome> outcome(ResultSet row) throws SQLException {
        Stage stage = Columns.constant(row, 12, Stage.class);
        return stage == Stage.WAITING
                ? Optional.empty()
                : Optional.of(
                        new Outcome(
                                stage,
                                Columns.optionalUuid(row, 13).map(PersonId::new),
                                Columns.moment(row, 14),
                                Columns.optionalUuid(row, 15).map(GrantId::new),
                                Columns.optionalText(row, 16).orElse("")));
    }
}
