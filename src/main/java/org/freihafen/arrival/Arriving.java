package org.freihafen.arrival;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.LetterSecrets;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingPasswords.Answer;

import java.time.InstantSource;
import java.util.Optional;

/** What follows once somebody's account is theirs, in one transaction. */
@Dependent
@Transactional
public class Arriving {
    private final PasswordLinks links;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final Acceptances acceptances;
    private final RecoveryAddresses addresses;
    private final LetterSecrets secrets;
    private final Trail trail;
    private final Wake wake;
    private final InstantSource clock;

    @Inject
    public Arriving(
            PasswordLinks links,
            Accounts accounts,
            Arrivals arrivals,
            Acceptances acceptances,
            RecoveryAddresses addresses,
            LetterSecrets secrets,
            Trail trail,
            Wake wake,
            InstantSource clock) {
        this.links = links;
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.acceptances = acceptances;
        this.addresses = addresses;
        this.secrets = secrets;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * Refused if the link was used, the login name given away, or the person no longer invited, in
     * the meantime.
     */
    Answer arrive(PasswordLink link, Account chosen, String accepted) {
        PersonId person = chosen.id();
        accounts.lock(person);
        Optional<Account> before =
                accounts.byId(person).filter(account -> account.state() == Account.State.INVITED);
        if (before.isEmpty()) {
            return new Answer.Refused(Refusal.by(Rule.LINK_CLOSED));
        }
        boolean renamed = !before.get().username().equals(chosen.username());
        if (renamed && accounts.taken(chosen.username())) {
            return new Answer.Refused(
                    Refusal.by(Rule.LOGIN_NOT_ALLOWED, chosen.username().value()));
        }
        if (!links.close(link)) {
            return new Answer.Refused(Refusal.by(Rule.LINK_CLOSED));
        }
        Actor actor = Actor.of(person);
        accounts.save(chosen.in(Account.State.ACTIVE));
        trail.append(AuditEntry.of(actor, "account.activated", person.value()));
        acceptances.accept(person, accepted, clock.instant());
        trail.append(AuditEntry.of(actor, "notice.accepted", person.value()).because(accepted));
        arrivals.of(person)
                .filter(invited -> cameBy(invited, link))
                .ifPresent(
                        invited -> addresses.confirm(person, invited.address(), clock.instant()));
        wake.touched(Touched.person(person));
        return new Answer.Done(person);
    }

    /**
     * Whoever came by the letter reads what is sent to its address; a link on paper shows nothing.
     */
    private boolean cameBy(Arrivals.Invited invited, PasswordLink link) {
        return new Secret(secrets.of(invited.letter())).digest().equals(link.secretDigest());
    }
}
