package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.privacy.Answered;
import org.freihafen.privacy.Release;
import org.freihafen.privacy.Releases;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Releases of people's data in the database. */
@Dependent
public class JdbiReleases implements Releases {
    private static final String SELECT =
            "select granted, answered_by, answered, reason, id, unit, asked_by, member_number,"
                    + " purpose, made, person, until from data_release";

    private final Statements statements;

    @Inject
    public JdbiReleases(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(Release release) {
        statements.together(() -> {
            statements.update(
                    "insert into data_release (id, unit, asked_by, member_number, purpose, made)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    release.id(),
                    release.unit().value(),
                    release.askedBy().value(),
                    release.number().value(),
                    release.purpose(),
                    release.made());
            release.answered().ifPresent(_ -> save(release));
        });
    }

    @Override
    public void save(Release release) {
        statements.updateOne(
                "the release",
                "update data_release set granted = ?, answered_by = ?, answered = ?, reason = ?,"
                        + " person = ?, until = ? where id = ?",
                release.answered().map(Answered::granted).orElse(null),
                release.answered().map(answer -> answer.by().value()).orElse(null),
                release.answered().map(Answered::at).orElse(null),
                release.answered().map(Answered::reason).orElse(null),
                release.person().map(PersonId::value).orElse(null),
                release.until().orElse(null),
                release.id());
    }

    @Override
    public Optional<Release> byId(UUID id) {
        return statements.first(SELECT + " where id = ?", (row, _) -> release(row), id);
    }

    @Override
    public Optional<Release> lock(UUID id) {
        return statements.first(SELECT + " where id = ? for update", (row, _) -> release(row), id);
    }

    @Override
    public List<Release> askedBy(PersonId person) {
        return statements.list(
                SELECT + " where asked_by = ? order by made desc, id desc",
                (row, _) -> release(row),
                person.value());
    }

    @Override
    public List<Release> open() {
        return statements.list(
                SELECT + " where answered is null order by made, id", (row, _) -> release(row));
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                Columns.uuid(row, 5),
                Columns.unit(row, 6),
                Columns.person(row, 7),
                new MemberNumber(row.getString(8)),
                row.getString(9),
                Columns.moment(row, 10),
                JdbiRightsRequests.answered(row),
                Columns.optionalUuid(row, 11).map(PersonId::new),
                Columns.optionalMoment(row, 12));
    }
}
