package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/** What stood in the database before a migration still says the same after it. */
class UpgradeTest {
    private static final String UNIT = id(1);
    private static final String LEA = id(2);
    private static final String ADA = id(3);
    private static final String BO = id(4);

    @Test
    void invitations_made_at_once_to_one_address_become_one_with_its_guests() {
        JdbcConnectionPool source =
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1;" + TestDatabase.H2_SETTINGS,
                        "freihafen",
                        "freihafen");
        Flyway.configure().dataSource(source).target("40").load().migrate();
        Jdbi jdbi = Jdbi.create(source);
        jdbi.useHandle(handle -> {
            handle.execute("set referential_integrity false");
            for (String person : List.of(LEA, ADA, BO)) {
                handle.execute(
                        "insert into person (id, given_name, family_name, status, balance_cents,"
                                + " reminders, origin) values (?, '', '', 'MEMBER', 0, 0, 'REGISTER')",
                        UUID.fromString(person));
            }
            handle.execute(made(10, ADA, "paar@x.org", "ACCEPTED"));
            handle.execute(made(11, BO, "paar@x.org", "OPEN"));
            handle.execute(made(12, ADA, "ada", "WITHDRAWN"));
            handle.execute(made(13, "", "nobody", "OPEN"));
            handle.execute("set referential_integrity true");
        });

        Flyway.configure().dataSource(source).load().migrate();

        List<String> invitations =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "select addressed_to || ' ' || withdrawn || ' '"
                                                + " || coalesce(person || ' ' || answer, '')"
                                                + " from invitation left join invitation_guest"
                                                + " on invitation = id")
                                .mapTo(String.class)
                                .list());
        assertThat(invitations)
                .containsExactlyInAnyOrder(
                        "paar@x.org FALSE " + ADA + " ACCEPTED",
                        "paar@x.org FALSE " + BO + " OPEN",
                        "ada TRUE " + ADA + " OPEN",
                        "nobody FALSE ");
    }

    private static String made(int n, String person, String address, String answer) {
        return "insert into invitation values ('%s', '%s', %s, '%s', '%s', %s, %s, '%s')"
                .formatted(
                        id(n),
                        UNIT,
                        person.isEmpty() ? "null" : "'" + person + "'",
                        address,
                        LEA,
                        "timestamp with time zone '2026-03-01 10:15:30+00'",
                        "timestamp with time zone '2026-03-31 10:15:30+00'",
                        answer);
    }

    private static String id(int n) {
        return "00000000-0000-0000-0000-0000000000%02d".formatted(n);
    }
}
