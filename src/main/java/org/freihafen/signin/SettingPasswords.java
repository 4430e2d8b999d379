package org.freihafen.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.LoginRule;
import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.directory.Passwords;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.Clock;
import java.util.Optional;

/**
 * Somebody sets a password by the link that they were given. The directory is asked outside any
 * transaction; the link stays open until it said yes, so that nothing that stops in between, not
 * even this server, loses it.
 */
@Dependent
public class SettingPasswords {
    private final PasswordLinks links;
    private final Accounts accounts;
    private final ClosingLinks closing;
    private final Passwords passwords;
    private final Admissions admissions;
    private final Clock clock;

    @Inject
    public SettingPasswords(
            PasswordLinks links,
            Accounts accounts,
            ClosingLinks closing,
            Passwords passwords,
            Admissions admissions,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.closing = closing;
        this.passwords = passwords;
        this.admissions = admissions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        record Done(PersonId person) implements Answer {}

        record Refused(Refusal why) implements Answer {}

        /** The directory does not take this password, or the account is not in it yet. */
        record NotTaken(Saying reason) implements Answer {}

        record Unreachable(String reason) implements Answer {}
    }

    /** Whose link this is, to greet them; empty if it does not work. */
    public Optional<Account> holder(Secret secret) {
        return links.find(secret.digest(), clock.instant())
                .flatMap(link -> accounts.byId(link.person()))
                .filter(Account::opensByLink);
    }

    public Answer set(Secret secret, String password) {
        Optional<PasswordLink> link = links.find(secret.digest(), clock.instant());
        Optional<Account> account = holder(secret);
        if (link.isEmpty() || account.isEmpty()) {
            return new Answer.Refused(Refusal.by(Rule.LINK_CLOSED));
        }
        Optional<Refusal> weak = LoginRule.checkPassword(password, account.get().username());
        if (weak.isPresent()) {
            return new Answer.Refused(weak.get());
        }
        Answer answer = ask(account.get().id(), password);
        if (answer instanceof Answer.Done) {
            admissions.end(account.get().id());
            closing.done(link.get(), account.get());
        }
        return answer;
    }

    private Answer ask(PersonId person, String password) {
        try {
            return passwords
                    .set(person, password)
                    .<Answer>map(Answer.NotTaken::new)
                    .orElseGet(() -> new Answer.Done(person));
        } catch (TargetUnavailable e) {
            return new Answer.Unreachable(String.valueOf(e.getMessage()));
        }
    }
}
