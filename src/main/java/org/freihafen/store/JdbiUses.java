package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Use;
import org.freihafen.accounts.Uses;
import org.freihafen.ids.PersonId;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When accounts were last used, in the database: a row for each that ever was. */
@Dependent
public class JdbiUses implements Uses {
    private static final String SELECT =
            "select account_use.person, bound, came, told from account_use";
    private static final String NO_LONGER_TOLD =
            " told = case when told <= ? then null else told end where person = ?";

    /** Two first uses at once make one row. */
    private static final String ROW =
            "insert into account_use (person) select person from account where person = ?"
                    + " on conflict do nothing";

    private static final String NO_GUEST =
            " and not exists (select 1 from guest where guest.person = account_use.person)";
    private static final String REACHED =
            " and (email is not null or exists (select 1 from recovery_address where"
                    + " recovery_address.person = account_use.person))";

    private final Statements statements;

    @Inject
    public JdbiUses(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void bound(Map<PersonId, LocalDate> days) {
        statements.together(() -> {
            Map<PersonId, LocalDate> news = new HashMap<>(days);
            List<PersonId> silent = new ArrayList<>();
            statements.stream(
                    "select person, bound from account_use where bound is not null",
                    row -> {
                        PersonId person = Columns.person(row, 1);
                        LocalDate day = news.get(person);
                        if (day == null) {
                            silent.add(person);
                        } else if (!day.isAfter(Columns.day(row, 2))) {
                            news.remove(person);
                        }
                    });
            statements.batch(
                    "update account_use set bound = null where person = ?",
                    silent,
                    person -> new Object[] {person.value()});
            statements.update(
                    "update account_use set told = null where told is not null and person in"
                            + " (select person from account where state = ?)",
                    Account.State.SUSPENDED);
            statements.batch(ROW, news.keySet(), person -> new Object[] {person.value()});
            statements.batch(
                    "update account_use set bound = ?," + NO_LONGER_TOLD,
                    news.entrySet(),
                    each -> new Object[] {each.getValue(), each.getValue(), each.getKey().value()});
        });
    }

    @Override
    public void came(PersonId person, LocalDate day) {
        statements.together(() -> {
            statements.update(ROW, person.value());
            statements.update(
                    "update account_use set came = ?," + NO_LONGER_TOLD, day, day, person.value());
        });
    }

    @Override
    public void told(PersonId person, LocalDate day) {
        statements.updateOne(
                "use of " + person,
                "update account_use set told = ? where person = ?",
                day,
                person.value());
    }

    @Override
    public List<Use> known() {
        return statements.list(
                SELECT
                        + " join account on account.person = account_use.person join person on"
                        + " person.id = account_use.person where bound is not null and state = ?"
                        + " and not sandbox"
                        + NO_GUEST
                        + REACHED
                        + " order by account_use.person",
                (row, _) -> use(row),
                Account.State.ACTIVE);
    }

    @Override
    public Optional<Use> lock(PersonId person) {
        return statements.first(
                SELECT + " where person = ? for update", (row, _) -> use(row), person.value());
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(
                Columns.person(row, 1),
                Columns.optionalDay(row, 2),
                Columns.optionalDay(row, 3),
                Columns.optionalDay(row, 4));
    }
}
