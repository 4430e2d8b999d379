package org.freihafen.arrival;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.LoginRule;
import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.accounts.Username;
import org.freihafen.directory.Passwords;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingPasswords.Answer;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Somebody who was invited makes the account theirs: login name, display name, password, and the
 * notice read. The directory is asked outside any transaction, and the link stays open until all is
 * done.
 */
@Dependent
public class Activating {
    private final PasswordLinks links;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Notice notice;
    private final Arriving arriving;
    private final InstantSource clock;

    @Inject
    public Activating(
            PasswordLinks links,
            Accounts accounts,
            Passwords passwords,
            Notice notice,
            Arriving arriving,
            InstantSource clock) {
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.notice = notice;
        this.arriving = arriving;
        this.clock = clock;
    }

    /**
     * What somebody chose.
     *
     * @param accepted the version of the notice that they accepted
     */
    public record Choice(String login, String displayName, String password, String accepted) {
        /** Without any of it, so that no log can hold it. */
        @Override
        public String toString() {
            return "Choice";
        }
    }

    /** Whose link this is, to greet them; empty if it does not work or they came in before. */
    public Optional<Account> holder(Secret secret) {
        return link(secret).flatMap(this::holder);
    }

    private Optional<PasswordLink> link(Secret secret) {
        return links.find(secret.digest(), clock.instant());
    }

    private Optional<Account> holder(PasswordLink link) {
        return accounts.byId(link.person())
                .filter(account -> account.state() == Account.State.INVITED);
    }

    public Answer activate(Secret secret, Choice choice) {
        Optional<PasswordLink> link = link(secret);
        Optional<Account> account = link.flatMap(this::holder);
        if (link.isEmpty() || account.isEmpty()) {
            return new Answer.Refused(Refusal.by(Rule.LINK_CLOSED));
        }
        String name = LoginRule.normalDisplayName(choice.displayName());
        Optional<Refusal> no = refusal(account.get(), name, choice);
        if (no.isPresent()) {
            return new Answer.Refused(no.get());
        }
        Account chosen = account.get().named(new Username(choice.login())).called(name);
        Answer answer = set(chosen.id(), choice.password());
        return answer instanceof Answer.Done
                ? arriving.arrive(link.get(), chosen, notice.version())
                : answer;
    }

    private Optional<Refusal> refusal(Account account, String name, Choice choice) {
        return LoginRule.checkLogin(choice.login())
                .filter(_ -> !account.username().value().equals(choice.login()))
                .or(() -> taken(account, choice.login()))
                .or(() -> LoginRule.checkDisplayName(name))
                .or(() -> LoginRule.checkPassword(choice.password(), new Username(choice.login())))
                .or(() -> unread(choice));
    }

    private Optional<Refusal> taken(Account account, String login) {
        Username wished = new Username(login);
        return !wished.equals(account.username()) && accounts.taken(wished)
                ? Optional.of(Refusal.by(Rule.LOGIN_NOT_ALLOWED, wished.value()))
                : Optional.empty();
    }

    private Optional<Refusal> unread(Choice choice) {
        return choice.accepted().equals(notice.version())
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.NOTICE_NOT_ACCEPTED, notice.version()));
    }

    private Answer set(PersonId person, String password) {
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
