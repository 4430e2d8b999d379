package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Access;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Username;
import org.freihafen.disuse.Listing;
import org.freihafen.governance.FederationStandings;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Looking for unused accounts asks as much of many people as of one. */
class UnusedWorkTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);

    private final Jdbi jdbi = TestDatabase.h2().jdbi();
    private final Ids ids = new Ids(NOON, new Random(3));
    private final List<String> statements = new ArrayList<>();

    @BeforeEach
    void listen() {
        TestDatabase.h2().empty();
        jdbi.setSqlLogger(
                new SqlLogger() {
                    @Override
                    public void logBeforeExecution(StatementContext context) {
                        statements.add(context.getRenderedSql());
                    }
                });
    }

    @AfterEach
    void listen_no_more() {
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    @Test
    void the_same_statements_find_one_and_thousands_with_and_without_an_address() {
        unused(1, Optional.of("rosa@example.org"));
        List<String> ofOne = listing(1);

        unused(2000, Optional.of("rosa@example.org"));
        unused(2000, Optional.empty());
        assertThat(listing(2001)).isEqualTo(ofOne).hasSizeLessThan(10);
    }

    /** What is put to the database, finding so many. */
    private List<String> listing(int found) {
        statements.clear();
        JdbiDuties duties = new JdbiDuties(jdbi);
        assertThat(
                        Listing.unused(
                                new Access(
                                        new FederationStandings(
                                                new JdbiUnits(jdbi, StoreContract.KINDS),
                                                new JdbiMemberships(jdbi),
                                                duties,
                                                NOON)),
                                duties,
                                new JdbiUses(jdbi),
                                new JdbiAccounts(jdbi, JdbiContract.SECRET),
                                new JdbiPeople(jdbi),
                                new JdbiGuests(jdbi),
                                new JdbiRecoveryAddresses(jdbi),
                                NOON))
                .hasSize(found);
        return List.copyOf(statements);
    }

    /** So many more who bound half a year ago. */
    private void unused(int more, Optional<String> address) {
        List<Person> people = new ArrayList<>();
        List<Account> accounts = new ArrayList<>();
        Map<PersonId, LocalDate> bound = new HashMap<>();
        new JdbiUses(jdbi)
                .known()
                .forEach(use -> bound.put(use.person(), use.bound().orElseThrow()));
        for (int i = 0; i < more; i++) {
            PersonId id = ids.person();
            people.add(
                    new Person(
                            id,
                            Optional.empty(),
                            "Rosa",
                            "Weiß",
                            address,
                            Status.MEMBER,
                            Optional.empty(),
                            Optional.empty(),
                            Person.Dues.NONE,
                            Origin.REGISTER));
            accounts.add(
                    new Account(
                            id,
                            new Username("rosa" + (address.isEmpty() ? "x" : "") + bound.size()),
                            "Rosa",
                            Account.State.ACTIVE,
                            false));
            bound.put(id, LocalDate.now(NOON).minusDays(180));
        }
        new JdbiPeople(jdbi).add(people);
        new JdbiAccounts(jdbi, JdbiContract.SECRET).add(accounts);
        new JdbiUses(jdbi).bound(bound);
    }
}
