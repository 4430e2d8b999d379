package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Username;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.servers.Postgres;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** 30,000 people with 118,000 memberships, written and read. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StoreBenchmark {
    private static final int PEOPLE = 30_000;
    private static final int MEMBERSHIPS = 118_000;
    private static final int UNITS = 700;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final Random random = new Random(1);
    private final Ids ids = new Ids(InstantSource.system(), random);

    @Test
    void on_h2(@TempDir Path directory) {
        measure(
                "H2",
                JdbcConnectionPool.create(
                        "jdbc:h2:file:" + directory + "/freihafen;" + TestDatabase.H2_SETTINGS,
                        "freihafen",
                        "freihafen"));
    }

    @Test
    void on_postgres() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Postgres.shared().freshDatabase());
        source.setUser(Postgres.USER);
        source.setPassword(Postgres.PASSWORD);
        measure("PostgreSQL", source);
    }

    private void measure(String name, DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        Jdbi jdbi = Jdbi.create(source);
        JdbiMemberships memberships = new JdbiMemberships(jdbi);
        JdbiAccounts accounts = new JdbiAccounts(jdbi, JdbiContract.SECRET);
        List<UnitId> units = units(new JdbiUnits(jdbi, StoreContract.KINDS));
        List<PersonId> people = new ArrayList<>();
        timed(name, "add people", () -> people.addAll(people(new JdbiPeople(jdbi))));
        timed(name, "add accounts", () -> accounts.add(accounts(people)));
        timed(name, "add memberships", () -> memberships.add(memberships(people, units)));
        List<Username> names = accounts(people).stream().map(Account::username).toList();
        timed(name, "taken", () -> assertThat(accounts.taken(names)).hasSize(PEOPLE));
        timed(
                name,
                "people by ids",
                () -> assertThat(new JdbiPeople(jdbi).byIds(Set.copyOf(people))).hasSize(PEOPLE));
        for (int round = 0; round < 6; round++) {
            timed(
                    name,
                    "read accounts",
                    () -> {
                        AtomicInteger count = new AtomicInteger();
                        accounts.forEach(_ -> count.incrementAndGet());
                        assertThat(count).hasValue(PEOPLE);
                    });
            timed(
                    name,
                    "read memberships",
                    () -> {
                        AtomicInteger count = new AtomicInteger();
                        memberships.forEach(DAY, (_, _, _) -> count.incrementAndGet());
                        assertThat(count).hasValue(MEMBERSHIPS);
                    });
        }
    }

    private static void timed(String name, String what, Runnable work) {
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long cpuMillis =
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000;
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("%s: %s %d ms (%d ms of CPU)%n", name, what, millis, cpuMillis);
    }

    private List<UnitId> units(JdbiUnits repository) {
        List<UnitId> units = new ArrayList<>();
        for (int n = 0; n < UNITS; n++) {
            UnitId id = ids.unit();
            repository.add(
                    new Unit(
                            id,
                            new UnitKey("u-" + n),
                            StoreContract.kind("working-group"),
                            "AG " + n,
                            Optional.empty(),
                            Optional.empty(),
                            Unit.Origin.FILE,
                            false));
            units.add(id);
        }
        return units;
    }

    private List<PersonId> people(JdbiPeople repository) {
        List<Person> people = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            people.add(
                    new Person(
                            ids.person(),
                            Optional.empty(),
                            "Rosa" + n,
                            "Weiß",
                            Optional.of("rosa" + n + "@example.org"),
                            Status.MEMBER,
                            Optional.of(DAY),
                            Optional.empty(),
                            Person.Dues.NONE,
                            Origin.REGISTER));
        }
        repository.add(people);
        return people.stream().map(Person::id).toList();
    }

    private static List<Account> accounts(List<PersonId> people) {
        List<Account> accounts = new ArrayList<>();
        for (PersonId person : people) {
            accounts.add(
                    new Account(
                            person,
                            new Username("rosa" + accounts.size()),
                            "Rosa",
                            Account.State.ACTIVE,
                            false));
        }
        return accounts;
    }

    private List<Membership> memberships(List<PersonId> people, List<UnitId> units) {
        List<Membership> memberships = new ArrayList<>();
        for (int n = 0; n < MEMBERSHIPS; n++) {
            memberships.add(
                    new Membership(
                            people.get(n % PEOPLE),
                            units.get((n % PEOPLE + n / PEOPLE * 50) % UNITS),
                            Role.MEMBER,
                            Period.since(DAY.minusDays(random.nextInt(1000))),
                            Origin.REGISTER));
        }
        return memberships;
    }
}
