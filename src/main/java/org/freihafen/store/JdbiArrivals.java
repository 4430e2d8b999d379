package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account.State;
import org.freihafen.arrival.Arrivals;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.jdbi.v3.core.Jdbi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Arrivals in the database; who waits is found, not remembered. */
@Dependent
public class JdbiArrivals implements Arrivals {
    private static final String EXPECTED =
            " from account join person on id = person where state = ? and origin = ?";
    private static final String WAITING =
            EXPECTED
                    + " and email is not null and not exists (select 1 from arrival_letter l"
                    + " where l.person = account.person)";
    private static final UUID FIRST = new UUID(0, 0);

    private final Statements statements;

    @Inject
    public JdbiArrivals(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public List<PersonId> waiting(int most) {
        return statements.list(
                "select person" + WAITING + " order by person limit ?",
                (row, _) -> Columns.person(row, 1),
                State.INVITED,
                Origin.REGISTER,
                most);
    }

    @Override
    public int waiting() {
        return count("select count(*)" + WAITING, State.INVITED, Origin.REGISTER);
    }

    @Override
    public List<PersonId> unreachable(Optional<PersonId> after, int most) {
        return statements.list(
                "select person"
                        + EXPECTED
                        + " and email is null and person > ? order by person limit ?",
                (row, _) -> Columns.person(row, 1),
                State.INVITED,
                Origin.REGISTER,
                after.map(PersonId::value).orElse(FIRST),
                most);
    }

    @Override
    public int writtenSince(Instant moment) {
        return count("select count(*) from arrival_letter where written > ?", moment);
    }

    private int count(String sql, Object... values) {
        return statements.first(sql, (row, _) -> row.getInt(1), values).orElse(0);
    }

    @Override
    public void written(Invited invited) {
        statements.together(() -> {
            forget(invited.person());
            statements.update(
                    "insert into arrival_letter (person, letter, address, written)"
                            + " values (?, ?, ?, ?)",
                    invited.person().value(),
                    invited.letter(),
                    invited.address(),
                    invited.at());
        });
    }

    @Override
    public void forget(PersonId person) {
        statements.update("delete from arrival_letter where person = ?", person.value());
    }

    @Override
    public Optional<Invited> of(PersonId person) {
        return statements.first(
                "select person, letter, address, written from arrival_letter where person = ?",
                (row, _) ->
                        new Invited(
                                Columns.person(row, 1),
                                Columns.uuid(row, 2),
                                row.getString(3),
                                Columns.moment(row, 4)),
                person.value());
    }

    @Override
    public boolean paused() {
        return statements
                .first("select paused from arrival_wave", (row, _) -> row.getBoolean(1))
                .orElse(true);
    }

    @Override
    public void pause(boolean paused) {
        statements.together(() -> {
            statements.update("delete from arrival_wave");
            statements.update("insert into arrival_wave (one, paused) values (1, ?)", paused);
        });
    }
}
