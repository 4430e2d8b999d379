package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.governance.Invitation;
import org.freihafen.governance.Invitation.Answer;
import org.freihafen.governance.Invitations;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Invitations in the database, answered ones included. */
@Dependent
public class JdbiInvitations implements Invitations {
    private static final String SELECT =
            "select id, unit, invited, addressed_to, made_by, made, until, answer from invitation"
                    + " where ";
    private static final String OPEN = " and answer = 'OPEN' and until > ?";
    private static final String LISTED = " and answer in ('OPEN', 'DECLINED') and until > ?";

    private final Statements statements;

    @Inject
    public JdbiInvitations(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public Optional<Invitation> byId(InvitationId id) {
        return select("id = ?", id.value()).stream().findFirst();
    }

    @Override
    public List<Invitation> openTo(PersonId person, Instant now) {
        return select("invited = ?" + OPEN, person.value(), now);
    }

    @Override
    public List<Invitation> listedInto(UnitId unit, Instant now) {
        return select("unit = ?" + LISTED, unit.value(), now);
    }

    private List<Invitation> select(String where, @Nullable Object... values) {
        return statements.list(SELECT + where, (row, _) -> invitation(row), values).stream()
                .sorted(Comparator.comparing(Invitation::made).thenComparing(Invitation::id))
                .toList();
    }

    @Override
    public int madeBy(PersonId person, Instant since) {
        return statements
                .list(
                        "select distinct unit, addressed_to, made from invitation"
                                + " where made_by = ? and made >= ?",
                        (row, _) -> row.getString(2),
                        person.value(),
                        since)
                .size();
    }

    @Override
    public void add(Collection<Invitation> invitations) {
        statements.batch(
                "insert into invitation (unit, invited, addressed_to, made_by, made, until, answer,"
                        + " id) values (?, ?, ?, ?, ?, ?, ?, ?)",
                invitations,
                JdbiInvitations::values);
    }

    @Override
    public void save(Invitation invitation) {
        statements.updateOne(
                "the invitation " + invitation.id(),
                "update invitation set unit = ?, invited = ?, addressed_to = ?, made_by = ?,"
                        + " made = ?, until = ?, answer = ? where id = ?",
                values(invitation));
    }

    private static @Nullable Object[] values(Invitation invitation) {
        return new @Nullable Object[] {
            invitation.unit().value(),
            invitation.invited().map(PersonId::value).orElse(null),
            invitation.addressedTo(),
            invitation.by().value(),
            invitation.made(),
            invitation.until(),
            invitation.answer(),
            invitation.id().value()
        };
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                new InvitationId(Columns.uuid(row, 1)),
                Columns.unit(row, 2),
                Columns.optionalUuid(row, 3).map(PersonId::new),
                row.getString(4),
                Columns.person(row, 5),
                Columns.moment(row, 6),
                Columns.moment(row, 7),
                Columns.constant(row, 8, Answer.class));
    }
}
