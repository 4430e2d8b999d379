package org.freihafen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.Username;
import org.freihafen.directory.Passwords;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.TargetUnavailable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class SigningInTest {
    private static final PersonId ADA = new PersonId(new UUID(1, 1));
    private static final PersonId TOURIST = new PersonId(new UUID(1, 2));

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final SigningIn signingIn = signingIn(false);
    private boolean down;

    private SigningIn signingIn(boolean sandbox) {
        return new SigningIn(
                new Book(),
                accounts,
                Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC),
                sandbox);
    }

    private final class Book implements Passwords {
        @Override
        public Optional<String> set(PersonId person, String password) {
            return Optional.empty();
        }

        @Override
        public Optional<PersonId> authenticate(String username, String password)
                throws TargetUnavailable {
            if (down) {
                throw new TargetUnavailable("ldap.url does not answer");
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

    @Test
    void a_directory_that_does_not_answer_makes_no_password_wrong() {
        account(ADA, "ada", Account.State.ACTIVE, false);
        down = true;
        for (int i = 0; i < 50; i++) {
            assertThat(signingIn.signIn("ada", "right", "192.0.2.1"))
                    .isEqualTo(new SignIn.Unreachable("ldap.url does not answer"));
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
