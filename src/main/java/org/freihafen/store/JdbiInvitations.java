package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.governance.Invitation;
import org.freihafen.governance.Invitation.Answer;
import org.freihafen.governance.Invitations;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Invitations in the database, answered ones included. */
@Dependent
public class JdbiInvitations implements Invitations {
    private static final String SELECT =
            "select id, unit, addressed_to, made_by, made, until, withdrawn, person, answer"
                    + " from invitation left join invitation_guest on invitation = id where ";
    private static final String HOLDS = " and not withdrawn and until > ?";

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
        return select(
                "id in (select invitation from invitation_guest where person = ?"
                        + " and answer = 'OPEN')"
                        + HOLDS,
                person.value(),
                now);
    }

    @Override
    public List<Invitation> listedInto(UnitId unit, Instant now) {
        return select(
                "unit = ? and not exists (select 1 from invitation_guest"
                        + " where invitation = id and answer = 'ACCEPTED')"
                        + HOLDS,
                unit.value(),
                now);
    }

    private List<Invitation> select(String where, @Nullable Object... values) {
        return statements.list(SELECT + where, (row, _) -> invitation(row), values).stream()
                .collect(
                        Collectors.toMap(
                                Invitation::id, Function.identity(), JdbiInvitations::withGuestsOf))
                .values()
                .stream()
                .sorted(Comparator.comparing(Invitation::made).thenComparing(Invitation::id))
                .toList();
    }

    @Override
    public int madeBy(PersonId person, Instant since) {
        return statements
                .first(
                        "select count(*) from invitation where made_by = ? and made >= ?",
                        (row, _) -> row.getInt(1),
                        person.value(),
                        since)
                .orElseThrow();
    }

    @Override
    public void add(Invitation invitation) {
        statements.together(() -> {
            statements.update(
                    "insert into invitation (id, unit, addressed_to, made_by, made, until,"
                            + " withdrawn) values (?, ?, ?, ?, ?, ?, ?)",
                    invitation.id().value(),
                    invitation.unit().value(),
                    invitation.addressedTo(),
                    invitation.by().value(),
                    invitation.made(),
                    invitation.until(),
                    invitation.withdrawn());
            Collection<Map.Entry<PersonId, Answer>> guests = invitation.guests().entrySet();
            statements.update(
                    "insert into invitation_guest (invitation, person, answer)"
                            + " select cast(? as uuid), guest, answer from"
                            + " unnest(cast(? as uuid array), cast(? as varchar array))"
                            + " as asked(guest, answer)",
                    invitation.id().value(),
                    Any.uuids(guests.stream().map(guest -> guest.getKey().value()).toList()),
                    Any.texts(guests.stream().map(guest -> guest.getValue().name()).toList()));
        });
    }

    @Override
    public void answer(InvitationId id, PersonId guest, Answer answer) {
        statements.updateOne(
                "the invitation " + id + " to " + guest,
                "update invitation_guest set answer = ? where invitation = ? and person = ?",
                answer,
                id.value(),
                guest.value());
    }

    @Override
    public void withdraw(InvitationId id) {
        statements.updateOne(
                "the invitation " + id,
                "update invitation set withdrawn = true where id = ?",
                id.value());
    }

    private static Invitation withGuestsOf(Invitation one, Invitation other) {
        Map<PersonId, Answer> guests = new HashMap<>(one.guests());
        guests.putAll(other.guests());
        return new Invitation(
                one.id(),
                one.unit(),
                one.addressedTo(),
                one.by(),
                one.made(),
                one.until(),
                one.withdrawn(),
                guests);
    }

    /** With at most one of its guests, as the join has it. */
    private static Invitation invitation(ResultSet row) throws SQLException {
        Optional<PersonId> guest = Columns.optionalUuid(row, 8).map(PersonId::new);
        return new Invitation(
                new InvitationId(Columns.uuid(row, 1)),
                Columns.unit(row, 2),
                row.getString(3),
                Columns.person(row, 4),
                Columns.moment(row, 5),
                Columns.moment(row, 6),
                row.getBoolean(7),
                guest.isPresent()
                        ? Map.of(guest.get(), Columns.constant(row, 9, Answer.class))
                        : Map.of());
    }
}
