package org.freihafen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.Username;
import org.freihafen.directory.Passwords;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class SigningInTest {
    private static final PersonId ADA = new PersonId(new UUID(1, 1));
    private static final PersonId TOURIST = new PersonId(new UUID(1, 2));
    private static final PersonId KIM = new PersonId(new UUID(1, 3));

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final SigningIn signingIn = signingIn(false);
    private boolean down;
    private Duration asking = Duration.ofMillis(40);
    private Duration passed = Duration.ZERO;

    private SigningIn signingIn(boolean sandbox) {
        return new SigningIn(
                new Book(),
                accounts,
                Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC),
                sandbox,
                () -> passed.toNanos(),
                pause -> passed = passed.plus(pause));
    }

    private final class Book implements Passwords {
        @Override
        public Optional<Saying> set(PersonId person, String password) {
            return Optional.empty();
        }

        @Override
        public Optional<PersonId> authenticate(String username, String password)
                throws TargetUnavailable {
            passed = passed.plus(asking);
            if (down) {
                throw new TargetUnavailable(Saying.of("ldap.unreachable", "ldap.url"));
            }
            return password.equals("right")
                    ? accounts.byUsername(new Username(username)).map(Account::id)
                    : Optional.empty();
        }
    }

    private void account(PersonId id, String login, Account.State state, boolean sandbox) {
        accounts.add(List.of(new Account(id, new Username(login), login, state, sandbox)));
    }

    @Test
    void name_and_password_let_in_whatever_the_case_of_the_name() {
        account(ADA, "ada", Account.State.ACTIVE, false);

        assertThat(signingIn.signIn(" Ada ", "right", "192.0.2.1"))
                .isEqualTo(new SignIn.Welcome(ADA));
        assertThat(signingIn.signIn("ada", "wrong", "192.0.2.1")).isEqualTo(new SignIn.Wrong());
        assertThat(signingIn.signIn("n@body", "right", "192.0.2.1")).isEqualTo(new SignIn.Wrong());
    }

    @Test
    void who_is_suspended_stays_out() {
        account(ADA, "ada", Account.State.SUSPENDED, false);

        assertThat(signingIn.signIn("ada", "right", "192.0.2.1")).isEqualTo(new SignIn.Wrong());
        assertThat(signingIn.usable(ADA)).isFalse();
    }

    @Test
    void the_sandboxs_logins_do_not_exist_outside_it() {
        account(TOURIST, "lead", Account.State.ACTIVE, true);

        assertThat(signingIn.signIn("lead", "right", "192.0.2.1")).isEqualTo(new SignIn.Wrong());
        assertThat(signingIn(true).signIn("lead", "right", "192.0.2.1"))
                .isEqualTo(new SignIn.Welcome(TOURIST));
    }

    @ParameterizedTest
    @CsvSource({
        "wrong password, ada, wrong, 40",
        "wrong password and a quick directory, ada, wrong, 1",
        "unknown, nobody, right, 40",
        "suspended, kim, right, 40",
        "of the sandbox, lead, right, 250",
        "no login name at all, n@body, right, 40"
    })
    void a_failure_takes_the_same_time_whatever_its_cause(
            String cause, String login, String password, long directoryMillis) {
        account(ADA, "ada", Account.State.ACTIVE, false);
        account(KIM, "kim", Account.State.SUSPENDED, false);
        account(TOURIST, "lead", Account.State.ACTIVE, true);
        asking = Duration.ofMillis(directoryMillis);

        assertThat(signingIn.signIn(login, password, "192.0.2.1"))
                .as(cause)
                .isEqualTo(new SignIn.Wrong());

        assertThat(passed).as(cause).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_directory_that_does_not_answer_makes_no_password_wrong() {
        account(ADA, "ada", Account.State.ACTIVE, false);
        down = true;
        for (int i = 0; i < 50; i++) {
            assertThat(signingIn.signIn("ada", "right", "192.0.2.1"))
                    .isEqualTo(
                            new SignIn.Unreachable(
                                    Saying.of("ldap.unreachable", "ldap.url").toString()));
        }
        down = false;

        assertThat(signingIn.signIn("ada", "right", "192.0.2.1"))
                .isEqualTo(new SignIn.Welcome(ADA));
    }

    @Test
    void who_was_let_in_from_an_address_is_not_slowed_there_by_others() {
        account(ADA, "ada", Account.State.ACTIVE, false);
        signingIn.signIn("ada", "right", "192.0.2.1");
        for (int i = 0; i < 8; i++) {
            signingIn.signIn("ada", "wrong", "198.51.100.7");
        }

        assertThat(signingIn.signIn("ada", "right", "198.51.100.7"))
                .isInstanceOf(SignIn.Slowed.class);
        assertThat(signingIn.signIn("ada", "right", "192.0.2.1"))
                .isEqualTo(new SignIn.Welcome(ADA));
    }
}
