package org.freihafen.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * An administrator of the whole gives somebody a link by which they set a password once. A new link
 * closes the one before. Nobody else does: a link is as good as the account.
 */
@Dependent
@Transactional
public class IssuingPasswordLinks {
    public static final Duration OPEN = Duration.ofDays(7);

    private final Access access;
    private final Accounts accounts;
    private final PasswordLinks links;
    private final Trail trail;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    public IssuingPasswordLinks(
            Access access,
            Accounts accounts,
            PasswordLinks links,
            Trail trail,
            SecureRandom random,
            Clock clock) {
        this.access = access;
        this.accounts = accounts;
        this.links = links;
        this.trail = trail;
        this.random = random;
        this.clock = clock;
    }

    /** A link's secret, which is shown once, and until when it works. */
    public record Issued(PersonId person, Secret secret, Instant until) {}

    public Decision<Issued> issue(Actor actor, PersonId person) {
        access.require(actor, Action.ISSUE_PASSWORD_LINK);
        if (accounts.byId(person).filter(Account::opensByLink).isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        Secret secret = Secret.fresh(random);
        Instant until = clock.instant().plus(OPEN);
        links.open(new PasswordLink(person, secret.digest(), until));
        trail.append(AuditEntry.of(actor, "password-link.issued", person.value()));
        return Decision.done(new Issued(person, secret, until));
    }
}
