package org.freihafen.arrival;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Letter;
import org.freihafen.mail.LetterSecrets;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.signin.Secret;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Writes to whoever forgot their password, only to an address that they confirmed. */
@Dependent
@Transactional
public class AskingAnew {
    public static final Duration OPEN = Duration.ofHours(1);

    private final Accounts accounts;
    private final RecoveryAddresses addresses;
    private final PasswordLinks links;
    private final Mailing mailing;
    private final LetterSecrets secrets;
    private final Trail trail;
    private final InstantSource clock;

    @Inject
    public AskingAnew(
            Accounts accounts,
            RecoveryAddresses addresses,
            PasswordLinks links,
            Mailing mailing,
            LetterSecrets secrets,
            Trail trail,
            InstantSource clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.links = links;
        this.mailing = mailing;
        this.secrets = secrets;
        this.trail = trail;
        this.clock = clock;
    }

    /** Writes to the holder of this login name, if there is one who can be written to. */
    void write(Username login, Locale language) {
        accounts.byUsername(login)
                .filter(Account::opensByLink)
                .filter(account -> account.state() != Account.State.INVITED)
                .map(Account::id)
                .ifPresent(person ->
                        addresses.of(person).ifPresent(to -> write(person, to, language)));
    }

    private void write(PersonId person, String address, Locale language) {
        UUID letter = mailing.nextId();
        Secret secret = new Secret(secrets.of(letter));
        links.open(new PasswordLink(person, secret.digest(), clock.instant().plus(OPEN)));
        mailing.put(
                new Letter(
                        letter,
                        new Addressee.ToAddress(person, address),
                        Template.PASSWORD_FORGOTTEN,
                        List.of(),
                        Optional.of(language)));
        trail.append(AuditEntry.of(new Actor.Host(), "password.forgotten", person.value()));
    }
}
