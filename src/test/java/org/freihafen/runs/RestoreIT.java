package org.freihafen.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;

import org.flywaydb.core.Flyway;
import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.FreeUsernames;
import org.freihafen.accounts.FreeUsernames.Joiner;
import org.freihafen.accounts.Username;
import org.freihafen.adoption.SuspendingUnknown;
import org.freihafen.adoption.SuspendingUnknown.Found;
import org.freihafen.adoption.SuspendingUnknown.Suspended;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.directory.DirectoryReconciliation;
import org.freihafen.directory.Passwords;
import org.freihafen.directory.ldap.LdapDirectory;
import org.freihafen.directory.ldap.LdapPasswords;
import org.freihafen.example.Example;
import org.freihafen.example.FederationGenerator;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.Run.Phase;
import org.freihafen.servers.Slapd;
import org.freihafen.store.JdbiAccounts;
import org.freihafen.store.JdbiInstallation;
import org.freihafen.store.JdbiMemberships;
import org.freihafen.store.JdbiPeople;
import org.freihafen.store.JdbiRuns;
import org.freihafen.store.JdbiUnits;
import org.freihafen.store.Secret;
import org.freihafen.structure.Entrants;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A database of yesterday meets a directory of today. */
class RestoreIT {
    private static final Secret SECRET = Secret.of("only for tests, and long enough");
    private static final Actor ADMINISTRATOR = new Actor.Host();
    private static final String PASSWORD = "rosebud and thorn";
    private static final String NEW_PASSWORD = "thorn and rosebud";

    private final FederationGenerator federation = new FederationGenerator(60, 1);
    private final Clock today =
            Clock.fixed(
                    FederationGenerator.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    ZoneOffset.UTC);
    private final Ids ids = new Ids(today, new Random());
    private final InMemoryTrail trail = new InMemoryTrail(today);

    @TempDir private Path directory;
    private Slapd slapd;
    private Passwords passwords;

    @BeforeEach
    void a_server() throws Exception {
        slapd = Slapd.shared();
        slapd.clear();
        passwords = new LdapPasswords(slapd.settings());
    }

    @Test
    void who_is_enrolled_again_after_a_restore_gets_another_login_and_both_can_sign_in()
            throws Exception {
        Jdbi database = federationIn(database("today"));
        assertThat(run(database).phase()).isEqualTo(Phase.DONE);
        backUp(database);
        Account before = enrol(database);
        assertThat(run(database).phase()).isEqualTo(Phase.DONE);
        assertThat(passwords.set(before.id(), PASSWORD)).isEmpty();

        Jdbi restored = restored();
        Run held = run(restored);
        assertThat(held.phase()).isEqualTo(Phase.HELD);
        assertThat(held.message())
                .hasValueSatisfying(why -> assertThat(why).asString().contains("backup"));
        assertThat(new JdbiRuns(restored).lines(held.id(), 0, 1_000))
                .filteredOn(line -> line.result() == RunLine.Result.UNEXPLAINED)
                .extracting(line -> line.text().facts().getFirst())
                .containsExactly(before.id().toString());

        Account after = enrol(restored);
        assertThat(after.username()).isNotEqualTo(before.username());
        assertThat(suspending(restored).suspend(ADMINISTRATOR, "any").refusal().map(Refusal::rule))
                .contains(Rule.NOT_TAKEN_OVER);
        running(restored).takeOver();
        assertThat(run(restored).phase()).isEqualTo(Phase.DONE);
        assertThat(passwords.set(after.id(), NEW_PASSWORD)).isEmpty();

        assertThat(logins()).doesNotHaveDuplicates();
        assertThat(signsIn(before, PASSWORD)).contains(before.id());
        assertThat(signsIn(after, NEW_PASSWORD)).contains(after.id());

        suspendTheOneBefore(restored, before);
        assertThat(signsIn(before, PASSWORD)).isEmpty();
        assertThat(signsIn(after, NEW_PASSWORD)).contains(after.id());
        assertThat(run(restored).counts().planned()).isZero();
    }

    @Test
    void who_is_enrolled_before_any_run_saw_the_directory_is_refused_there_and_harms_nobody()
            throws Exception {
        Jdbi database = federationIn(database("today"));
        run(database);
        backUp(database);
        Account before = enrol(database);
        run(database);
        assertThat(passwords.set(before.id(), PASSWORD)).isEmpty();

        Jdbi restored = restored();
        Account after = enrol(restored);
        assertThat(after.username()).isEqualTo(before.username());
        running(restored).takeOver();
        Run done = run(restored);

        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.counts().refused()).isEqualTo(1);
        assertThat(done.message())
                .hasValueSatisfying(why ->
                        assertThat(why)
                                .asString()
                                .contains(before.id().toString(), "another login name"));
        assertThat(logins()).doesNotHaveDuplicates();
        assertThat(signsIn(before, PASSWORD)).contains(before.id());

        new JdbiAccounts(restored, SECRET).save(after.named(new Username("somebody.else")));
        assertThat(run(restored).counts().refused()).isZero();
        assertThat(passwords.set(after.id(), NEW_PASSWORD)).isEmpty();
        assertThat(passwords.authenticate("somebody.else", NEW_PASSWORD)).contains(after.id());
    }

    private void suspendTheOneBefore(Jdbi restored, Account before) throws TargetUnavailable {
        SuspendingUnknown suspending = suspending(restored);
        Found found = suspending.find(ADMINISTRATOR);
        assertThat(found.accounts()).containsExactly(before.id());
        assertThat(suspending.suspend(ADMINISTRATOR, "another hash").refusal().map(Refusal::rule))
                .contains(Rule.CHANGED_SINCE_SHOWN);
        assertThat(suspending.suspend(ADMINISTRATOR, found.hash()))
                .isEqualTo(Decision.done(new Suspended(1, List.of())));
        assertThat(suspending.find(ADMINISTRATOR).accounts()).isEmpty();
        assertThat(trail.entries())
                .extracting(AuditEntry::what)
                .containsExactly("unknown-account.suspended");
    }

    private Optional<PersonId> signsIn(Account account, String password) throws TargetUnavailable {
        return passwords.authenticate(account.username().value(), password);
    }

    private List<String> logins() throws Exception {
        return new BareLdap(slapd)
                .everything().stream()
                        .filter(entry -> entry.hasObjectClass("fhPerson"))
                        .map(RestoreIT::login)
                        .toList();
    }

    private static String login(Entry entry) {
        return String.valueOf(entry.getAttributeValue("uid"));
    }

    /** Somebody whom the backup does not know. */
    private Account enrol(Jdbi jdbi) {
        JdbiAccounts accounts = new JdbiAccounts(jdbi, SECRET);
        PersonId id = ids.person();
        Person somebody = federation.people().getFirst();
        Person joiner =
                new Person(
                        id,
                        Optional.empty(),
                        "Anna",
                        "Neu",
                        Optional.empty(),
                        Status.MEMBER,
                        Optional.empty(),
                        Optional.empty(),
                        Person.Dues.NONE,
                        somebody.origin());
        Username username =
                new FreeUsernames(accounts).forAll(List.of(new Joiner("Anna", "Neu"))).getFirst();
        Account account = new Account(id, username, "Anna", Account.State.ACTIVE, false);
        jdbi.useTransaction(_ -> {
            new JdbiPeople(jdbi).add(List.of(joiner));
            accounts.add(List.of(account));
        });
        return account;
    }

    private Run run(Jdbi jdbi) {
        return running(jdbi).run(Order.full(ids.run()));
    }

    private Running<?, ?> running(Jdbi jdbi) {
        return new Running<>(
                new ReadInOneTransaction<>(reconciliation(jdbi), new Reading()),
                Example.settings().runs().safeguard(),
                new JdbiInstallation(jdbi),
                new JdbiRuns(jdbi),
                () -> false,
                today);
    }

    private DirectoryReconciliation reconciliation(Jdbi jdbi) {
        return new DirectoryReconciliation(
                new JdbiUnits(jdbi, Example.kinds()),
                new JdbiMemberships(jdbi),
                new JdbiAccounts(jdbi, SECRET),
                new LdapDirectory(slapd.settings()),
                Entrants.byKind(),
                today);
    }

    private SuspendingUnknown suspending(Jdbi jdbi) {
        return new SuspendingUnknown(
                new Access(new Nobody()),
                new LdapDirectory(slapd.settings()),
                reconciliation(jdbi),
                new JdbiInstallation(jdbi),
                new Reading(),
                new RunSettings(Duration.ofHours(1), false, Example.settings().runs().limits()),
                new Noting(trail));
    }

    private Jdbi federationIn(Jdbi jdbi) {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "insert into instance (one, id, epoch, secret_mark) values (1, ?, 0, 'mark')",
                    new UUID(7, 7));
            JdbiUnits units = new JdbiUnits(jdbi, Example.kinds());
            federation.units().forEach(units::add);
            new JdbiPeople(jdbi).add(federation.people());
            new JdbiMemberships(jdbi).add(federation.memberships());
            new JdbiAccounts(jdbi, SECRET).add(federation.accounts());
        });
        return jdbi;
    }

    private Jdbi database(String name) {
        JdbcConnectionPool source =
                JdbcConnectionPool.create(
                        "jdbc:h2:" + directory.resolve(name), "freihafen", "freihafen");
        Flyway.configure().dataSource(source).load().migrate();
        return Jdbi.create(source);
    }

    private void backUp(Jdbi jdbi) {
        jdbi.useHandle(
                handle -> handle.execute("backup to '" + directory.resolve("backup.zip") + "'"));
    }

    private Jdbi restored() throws Exception {
        org.h2.tools.Restore.execute(
                directory.resolve("backup.zip").toString(), directory.toString(), "restored");
        return database("restored");
    }

    private static final class Nobody implements Standings {
        @Override
        public Set<Standing> of(PersonId person, UnitId unit) {
            return Set.of();
        }

        @Override
        public UnitId root() {
            return FEDERATION;
        }
    }
}
