package org.freihafen.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.InMemoryPasswordLinks;
import org.freihafen.accounts.InMemoryUses;
import org.freihafen.accounts.Use;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.directory.Passwords;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.RecordingWake;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.reconcile.Touched;
import org.freihafen.signin.SettingPasswords.Answer;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class PasswordLinksTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);
    private static final PersonId ROSA = new PersonId(new UUID(7, 1));
    private static final PersonId OFFICE = new PersonId(new UUID(7, 2));
    private static final PersonId ADMIN = new PersonId(new UUID(7, 3));
    private static final PersonId IN_CHEMNITZ = new PersonId(new UUID(7, 4));
    private static final UnitId CHEMNITZ = new UnitId(new UUID(8, 1));
    private static final String GOOD = "vier Wörter ohne Sinn";

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryPasswordLinks links = new InMemoryPasswordLinks();
    private final InMemoryUses uses = new InMemoryUses(accounts);
    private final RecordingWake wake = new RecordingWake();
    private final InMemoryTrail trail = new InMemoryTrail(NOON);
    private final Vault vault = new Vault();
    private final Admissions admissions = new Admissions();
    private final IssuingPasswordLinks issuing =
            new IssuingPasswordLinks(
                    new Access(new Desk()), accounts, links, trail, new SecureRandom(), NOON);

    PasswordLinksTest() {
        accounts.add(
                List.of(
                        new Account(
                                ROSA,
                                new Username("rosa.weiss"),
                                "Rosa W.",
                                Account.State.INVITED,
                                false)));
    }

    @Test
    void a_link_sets_a_password_once_and_makes_the_account_active() {
        Secret secret = issued(ADMIN);

        assertThat(setting(NOON).holder(secret)).map(Account::id).contains(ROSA);
        assertThat(setting(NOON).set(secret, GOOD)).isEqualTo(new Answer.Done(ROSA));
        assertThat(vault.passwords).containsEntry(ROSA, GOOD);
        assertThat(accounts.byId(ROSA)).map(Account::state).contains(Account.State.ACTIVE);
        assertThat(refusal(setting(NOON).set(secret, GOOD + "!"))).contains(Rule.LINK_CLOSED);
        assertThat(vault.passwords).containsEntry(ROSA, GOOD);
    }

    @Test
    void an_account_that_rests_comes_back_by_a_link_and_counts_as_used() {
        accounts.saveStates(List.of(accounts.byId(ROSA).orElseThrow().in(Account.State.RESTING)));
        Secret secret = issued(ADMIN);

        assertThat(setting(NOON).holder(secret)).map(Account::id).contains(ROSA);
        assertThat(setting(NOON).set(secret, GOOD)).isEqualTo(new Answer.Done(ROSA));

        assertThat(accounts.byId(ROSA)).map(Account::state).contains(Account.State.ACTIVE);
        assertThat(wake.heard()).containsExactly(Touched.person(ROSA));
        assertThat(trail.entries()).extracting(AuditEntry::what).contains("account.brought-back");
        assertThat(uses.lock(ROSA).flatMap(Use::came)).contains(LocalDate.now(NOON));
    }

    @Test
    void whoever_is_signed_in_is_so_no_longer_once_the_password_is_set_anew() {
        long before = admissions.admit(ROSA);
        long somebodyElse = admissions.admit(ADMIN);
        Secret secret = issued(ADMIN);

        setting(NOON).set(secret, "rosa");
        assertThat(admissions.holds(ROSA, before)).isTrue();
        setting(NOON).set(secret, GOOD);

        assertThat(admissions.holds(ROSA, before)).isFalse();
        assertThat(admissions.holds(ROSA, admissions.admit(ROSA))).isTrue();
        assertThat(admissions.holds(ADMIN, somebodyElse)).isTrue();
    }

    @Test
    void a_weak_password_leaves_the_link_open() {
        Secret secret = issued(ADMIN);

        assertThat(refusal(setting(NOON).set(secret, "rosa"))).contains(Rule.PASSWORD_TOO_WEAK);
        assertThat(setting(NOON).set(secret, GOOD)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void a_directory_that_refuses_or_is_away_leaves_the_link_open_and_the_account_invited() {
        Secret secret = issued(ADMIN);

        vault.refusal = Optional.of(Saying.of("password.disliked"));
        assertThat(setting(NOON).set(secret, GOOD)).isInstanceOf(Answer.NotTaken.class);
        vault.refusal = Optional.empty();
        vault.away = true;
        assertThat(setting(NOON).set(secret, GOOD)).isInstanceOf(Answer.Unreachable.class);
        assertThat(accounts.byId(ROSA)).map(Account::state).contains(Account.State.INVITED);

        vault.away = false;
        assertThat(setting(NOON).set(secret, GOOD)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void a_server_that_stops_before_or_after_the_directory_was_asked_leaves_the_link_open() {
        Secret secret = issued(ADMIN);

        vault.stopsBefore = true;
        assertThatThrownBy(() -> setting(NOON).set(secret, GOOD)).isInstanceOf(Stopped.class);
        vault.stopsBefore = false;
        vault.stopsAfter = true;
        assertThatThrownBy(() -> setting(NOON).set(secret, GOOD)).isInstanceOf(Stopped.class);
        vault.stopsAfter = false;
        assertThat(accounts.byId(ROSA)).map(Account::state).contains(Account.State.INVITED);

        assertThat(setting(NOON).set(secret, GOOD)).isEqualTo(new Answer.Done(ROSA));
        assertThat(refusal(setting(NOON).set(secret, GOOD))).contains(Rule.LINK_CLOSED);
    }

    @Test
    void a_link_expires_and_a_new_one_closes_the_old() {
        Secret first = issued(ADMIN);
        Secret second = issued(ADMIN);
        Clock later = Clock.offset(NOON, IssuingPasswordLinks.OPEN.plus(Duration.ofSeconds(1)));

        assertThat(refusal(setting(NOON).set(first, GOOD))).contains(Rule.LINK_CLOSED);
        assertThat(refusal(setting(later).set(second, GOOD))).contains(Rule.LINK_CLOSED);
    }

    @Test
    void a_suspended_account_gets_no_link_and_its_open_one_does_not_work() {
        Secret secret = issued(ADMIN);
        accounts.save(accounts.byId(ROSA).orElseThrow().in(Account.State.SUSPENDED));

        assertThat(refusal(setting(NOON).set(secret, GOOD))).contains(Rule.LINK_CLOSED);
        assertThat(issuing.issue(Actor.of(ADMIN), ROSA).refusal())
                .map(Refusal::rule)
                .contains(Rule.NOT_FOUND);
    }

    @Test
    void a_secret_is_kept_nowhere() {
        Secret secret = issued(ADMIN);

        assertThat(trail.entries().toString()).doesNotContain(secret.text());
        assertThat(links.find(secret.digest(), NOON.instant()).orElseThrow().toString())
                .doesNotContain(secret.text());
    }

    @Test
    void nobody_but_an_administrator_of_the_whole_gives_a_link() {
        assertThatThrownBy(() -> issuing.issue(Actor.of(OFFICE), ROSA)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> issuing.issue(Actor.of(ROSA), ROSA)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> issuing.issue(Actor.of(IN_CHEMNITZ), ROSA))
                .isInstanceOf(Denied.class);
        assertThat(trail.entries()).isEmpty();
        assertThat(issued(ADMIN)).isNotNull();
    }

    private Secret issued(PersonId by) {
        return switch (issuing.issue(Actor.of(by), ROSA)) {
            case Decision.Done<IssuingPasswordLinks.Issued>(var issued) -> issued.secret();
            case Decision.Refused<IssuingPasswordLinks.Issued>(var why) ->
                    throw new AssertionError(why.toString());
        };
    }

    private SettingPasswords setting(Clock clock) {
        return new SettingPasswords(
                links,
                accounts,
                new ClosingLinks(links, accounts, uses, trail, wake, clock),
                vault,
                admissions,
                clock);
    }

    private static Optional<Rule> refusal(Answer answer) {
        return answer instanceof Answer.Refused(Refusal why)
                ? Optional.of(why.rule())
                : Optional.empty();
    }

    /** Nothing after it is done, as after {@code kill -9}. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A directory's passwords. */
    private static final class Vault implements Passwords {
        private final Map<PersonId, String> passwords = new HashMap<>();
        private Optional<Saying> refusal = Optional.empty();
        private boolean away;
        private boolean stopsBefore;
        private boolean stopsAfter;

        @Override
        public Optional<Saying> set(PersonId person, String password) throws TargetUnavailable {
            if (away) {
                throw new TargetUnavailable(Saying.of("ldap.cut-off", "ldap"));
            }
            if (stopsBefore) {
                throw new Stopped();
            }
            if (refusal.isEmpty()) {
                passwords.put(person, password);
            }
            if (stopsAfter) {
                throw new Stopped();
            }
            return refusal;
        }

        @Override
        public Optional<PersonId> authenticate(String username, String password) {
            return Optional.empty();
        }
    }

    /** Two administrators, one of everything and one of Chemnitz only, and a member office. */
    private static final class Desk implements Standings {
        @Override
        public Set<Standing> of(PersonId person, UnitId unit) {
            if (person.equals(ADMIN) || (person.equals(IN_CHEMNITZ) && unit.equals(CHEMNITZ))) {
                return Set.of(Standing.ADMINISTRATOR);
            }
            return Set.of(person.equals(OFFICE) ? Standing.MEMBER_OFFICE : Standing.ANYONE);
        }

        @Override
        public UnitId root() {
            return FEDERATION;
        }
    }
}
