package org.freihafen.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;

import org.flywaydb.core.Flyway;
import org.freihafen.directory.DirectoryReconciliation;
import org.freihafen.directory.ldap.LdapDirectory;
import org.freihafen.example.Example;
import org.freihafen.example.FederationGenerator;
import org.freihafen.ids.Ids;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Period;
import org.freihafen.reconcile.Scope;
import org.freihafen.servers.Slapd;
import org.freihafen.store.JdbiAccounts;
import org.freihafen.store.JdbiMemberships;
import org.freihafen.store.JdbiPeople;
import org.freihafen.store.JdbiRuns;
import org.freihafen.store.JdbiUnits;
import org.freihafen.store.Secret;
import org.freihafen.structure.Entrants;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * Runs over a directory of 30,000 people with 118,000 memberships, against what bare LDAP needs for
 * the same and against a script: taken in turns, on servers of equal age, medians of three.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class DirectoryBenchmark {
    private static final int PEOPLE = 30_000;
    private static final int ROUNDS = 3;
    private static final double ALLOWED_OVER_READING = 1.5;
    private static final Secret SECRET = Secret.of("only for tests, and long enough");

    private final FederationGenerator federation = new FederationGenerator(PEOPLE, 1);
    private final Clock today =
            Clock.fixed(
                    FederationGenerator.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    ZoneOffset.UTC);

    @TempDir private Path directory;

    private interface Work {
        void todo() throws Exception;
    }

    @Test
    void a_run_costs_little_more_than_its_ldap_operations() throws Exception {
        Jdbi jdbi = federationInDatabase();
        List<Entry> loaded = warmUp(jdbi);
        Rival rival = new Rival(directory);
        rival.wants(loaded);

        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> script = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            onFresh(slapd -> bare.add(seconds(() -> new BareLdap(slapd).add(loaded))));
            onFresh(slapd -> ours.add(seconds(() -> run(jdbi, slapd, loaded.size()))));
            onFresh(slapd -> script.add(seconds(() -> rival.run(slapd))));
        }
        report("first load", ours, "bare pipelined add", bare);
        report("first load", ours, "script with ldapmodify", script);

        onFresh(slapd -> {
            new BareLdap(slapd).add(loaded);
            nothingChanged(jdbi, slapd, rival);
        });
        oneInAHundredChanged(jdbi, loaded, rival);
    }

    private void nothingChanged(Jdbi jdbi, Slapd slapd, Rival rival) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> script = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            bare.add(seconds(() -> readBoth(jdbi, slapd)));
            ours.add(seconds(() -> run(jdbi, slapd, 0)));
            script.add(seconds(() -> rival.run(slapd)));
        }
        report("nothing changed", ours, "streamed read of both sides", bare);
        report("nothing changed", ours, "script with ldapmodify", script);
    }

    private void oneInAHundredChanged(Jdbi jdbi, List<Entry> loaded, Rival rival) throws Exception {
        moveOneInAHundred(jdbi);
        List<Entry> moved = new ArrayList<>();
        onFresh(slapd -> {
            new BareLdap(slapd).add(loaded);
            run(jdbi, slapd, -1);
            moved.addAll(new BareLdap(slapd).everything());
        });
        rival.wants(moved);
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> script = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            onFresh(slapd -> {
                new BareLdap(slapd).add(loaded);
                double read = seconds(() -> readBoth(jdbi, slapd));
                double written = seconds(() -> new BareLdap(slapd).change(loaded, moved));
                bare.add(ALLOWED_OVER_READING * read + written);
            });
            onFresh(slapd -> {
                new BareLdap(slapd).add(loaded);
                ours.add(seconds(() -> run(jdbi, slapd, -1)));
            });
            onFresh(slapd -> {
                new BareLdap(slapd).add(loaded);
                script.add(seconds(() -> rival.run(slapd)));
            });
        }
        report("1 % changed", ours, "1.5 streamed reads of both sides and bare writes", bare);
        report("1 % changed", ours, "script with ldapmodify", script);
    }

    private List<Entry> warmUp(Jdbi jdbi) throws Exception {
        List<Entry> loaded = new ArrayList<>();
        onFresh(slapd -> {
            run(jdbi, slapd, -1);
            loaded.addAll(new BareLdap(slapd).everything());
        });
        return loaded;
    }

    private interface OnServer {
        void todo(Slapd slapd) throws Exception;
    }

    /** A server that does not wait for the disk and has answered before. */
    private static void onFresh(OnServer work) throws Exception {
        Slapd slapd =
                Slapd.started(
                        c -> c.replace("olcDbCheckpoint:", "olcDbNoSync: TRUE\nolcDbCheckpoint:"));
        try {
            new BareLdap(slapd).everything();
            work.todo(slapd);
        } finally {
            slapd.stop();
        }
    }

    private static double seconds(Work work) throws Exception {
        long began = System.nanoTime();
        work.todo();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void report(
            String what, List<Double> ours, String against, List<Double> baseline) {
        System.out.printf(
                "%d people, %s: %.2f s, %s: %.2f s, ratio %.2f%n",
                PEOPLE,
                what,
                median(ours),
                against,
                median(baseline),
                median(ours) / median(baseline));
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /**
     * A full run, journal and all.
     *
     * @param changes how many there must be; -1 for any number but none
     */
    private void run(Jdbi jdbi, Slapd slapd, int changes) {
        Running<?, ?> running =
                new Running<>(
                        reconciliation(jdbi, slapd),
                        Example.settings().runs().safeguard(),
                        new InMemoryInstallation(new UUID(7, 7)),
                        new JdbiRuns(jdbi),
                        () -> false,
                        today);
        Run run = running.run(Order.full(new Ids(today, new Random()).run()));

        assertThat(run.phase()).as(run.toString()).isEqualTo(Run.Phase.DONE);
        assertThat(run.counts().applied()).isEqualTo(run.counts().planned());
        if (changes < 0) {
            assertThat(run.counts().planned()).isPositive();
        } else {
            assertThat(run.counts().planned()).isEqualTo(changes);
        }
    }

    private void readBoth(Jdbi jdbi, Slapd slapd) throws Exception {
        new BareLdap(slapd).readAndForget();
        assertThat(reconciliation(jdbi, slapd).desired(Scope.everything()).size())
                .isGreaterThan(PEOPLE);
    }

    private DirectoryReconciliation reconciliation(Jdbi jdbi, Slapd slapd) {
        return new DirectoryReconciliation(
                new JdbiUnits(jdbi, Example.kinds()),
                new JdbiMemberships(jdbi),
                new JdbiAccounts(jdbi, SECRET),
                new LdapDirectory(slapd.settings()),
                Entrants.byKind(),
                today);
    }

    private Jdbi federationInDatabase() {
        DataSource source =
                JdbcConnectionPool.create(
                        Example.shipped("db.url")
                                .replace("${freihafen.data.path}", directory.toString()),
                        "freihafen",
                        "freihafen");
        Flyway.configure().dataSource(source).load().migrate();
        Jdbi jdbi = Jdbi.create(source);
        jdbi.useTransaction(_ -> {
            JdbiUnits units = new JdbiUnits(jdbi, Example.kinds());
            federation.units().forEach(units::add);
            new JdbiPeople(jdbi).add(federation.people());
            new JdbiMemberships(jdbi).add(federation.memberships());
            new JdbiAccounts(jdbi, SECRET).add(federation.accounts());
        });
        return jdbi;
    }

    private void moveOneInAHundred(Jdbi jdbi) {
        JdbiMemberships memberships = new JdbiMemberships(jdbi);
        LocalDate day = FederationGenerator.TODAY;
        List<Membership> districts =
                federation.memberships().stream().limit(federation.people().size()).toList();
        List<Membership> left = new ArrayList<>();
        List<Membership> entered = new ArrayList<>();
        for (int i = 0; i < districts.size(); i += 100) {
            Membership old = districts.get(i);
            UnitId next = districts.get((i + 1) % districts.size()).unit();
            if (!next.equals(old.unit())) {
                left.add(old);
                entered.add(
                        new Membership(
                                old.person(), next, old.role(), Period.since(day), old.origin()));
            }
        }
        memberships.end(left, day);
        memberships.add(entered);
    }
}
