package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Username;
import org.freihafen.ids.PersonId;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Accounts in the database. Of a login name that was given up only a keyed hash remains. */
@Dependent
public class JdbiAccounts implements Accounts {
    private static final String SELECT =
            "select person, username, display_name, state, sandbox from account";

    private final Statements statements;
    private final Secret secret;

    @Inject
    public JdbiAccounts(Jdbi jdbi, Secret secret) {
        this.statements = new Statements(jdbi);
        this.secret = secret;
    }

    @Override
    public Optional<Account> byId(PersonId id) {
        return statements.first(SELECT + " where person = ?", (row, _) -> account(row), id.value());
    }

    @Override
    public void lock(PersonId id) {
        statements.first(
                "select person from account where person = ? for update",
                (row, _) -> Columns.person(row, 1),
                id.value());
    }

    @Override
    public Map<PersonId, Account> byIds(Set<PersonId> ids) {
        return statements
                .list(
                        SELECT + Any.UUIDS + "person = want",
                        (row, _) -> account(row),
                        Any.uuids(ids.stream().map(PersonId::value).toList()))
                .stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    @Override
    public Optional<Account> byUsername(Username username) {
        return statements.first(
                SELECT + " where username = ?", (row, _) -> account(row), username.value());
    }

    @Override
    public boolean taken(Username username) {
        return !taken(List.of(username)).isEmpty();
    }

    @Override
    public Set<Username> taken(Collection<Username> usernames) {
        Set<Username> taken = new HashSet<>(retired(usernames));
        taken.addAll(
                statements.list(
                        "select username from account" + Any.TEXTS + "username = want",
                        (row, _) -> new Username(row.getString(1)),
                        Any.texts(usernames.stream().map(Username::value).toList())));
        return taken;
    }

    private Collection<Username> retired(Collection<Username> usernames) {
        Map<String, Username> byDigest = new HashMap<>();
        usernames.forEach(username -> byDigest.put(digest(username), username));
        return statements.list(
                "select digest from retired_username" + Any.TEXTS + "digest = want",
                (row, _) -> byDigest.get(row.getString(1)),
                Any.texts(List.copyOf(byDigest.keySet())));
    }

    private String digest(Username username) {
        return secret.digest("username", username.value());
    }

    @Override
    public void add(Collection<Account> accounts) {
        statements.together(() -> {
            statements.batch(
                    "insert into account (person, username, display_name, state, sandbox)"
                            + " values (?, ?, ?, ?, ?)",
                    accounts,
                    account ->
                            new Object[] {
                                account.id().value(),
                                account.username().value(),
                                account.displayName(),
                                account.state(),
                                account.sandbox()
                            });
            refuseRetired(accounts.stream().map(Account::username).toList());
        });
    }

    @Override
    public void save(Account account) {
        statements.together(() -> {
            Optional<Username> before =
                    statements.first(
                            "select username from account where person = ? for update",
                            (row, _) -> new Username(row.getString(1)),
                            account.id().value());
            statements.updateOne(
                    "the account " + account.id(),
                    "update account set username = ?, display_name = ?, state = ?,"
                            + " sandbox = ? where person = ?",
                    account.username().value(),
                    account.displayName(),
                    account.state(),
                    account.sandbox(),
                    account.id().value());
            before.filter(name -> !name.equals(account.username()))
                    .ifPresent(name -> exchange(name, account.username()));
        });
    }

    private void exchange(Username givenUp, Username taken) {
        refuseRetired(List.of(taken));
        statements.update("insert into retired_username (digest) values (?)", digest(givenUp));
    }

    /** Asked after the name was written, when nobody can retire it at the same moment any more. */
    private void refuseRetired(Collection<Username> usernames) {
        if (!retired(usernames).isEmpty()) {
            throw new IllegalStateException("a login name was somebody's before");
        }
    }

    @Override
    public void saveStates(Collection<Account> accounts) {
        statements.batch(
                "update account set state = ? where person = ?",
                accounts,
                account -> new Object[] {account.state(), account.id().value()});
    }

    @Override
    public Set<PersonId> absent() {
        return Set.copyOf(
                statements.list(
                        "select person from account where state in (?, ?, ?)",
                        (row, _) -> Columns.person(row, 1),
                        Account.State.SUSPENDED,
                        Account.State.RESTING,
                        Account.State.ERASED));
    }

    @Override
    public void reserve(Collection<Username> usernames) {
        statements.together(() -> {
            Set<Username> free = new HashSet<>(usernames);
            free.removeAll(taken(usernames));
            statements.batch(
                    "insert into retired_username (digest) values (?)",
                    free,
                    username -> new Object[] {digest(username)});
        });
    }

    @Override
    public void forEach(Consumer<Account> each) {
        statements.stream(
                SELECT + " where state <> ?",
                row -> each.accept(account(row)),
                Account.State.ERASED);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                Columns.person(row, 1),
                new Username(row.getString(2)),
                row.getString(3),
                Columns.constant(row, 4, Account.State.class),
                row.getBoolean(5));
    }
}
