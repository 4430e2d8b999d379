package org.freihafen.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;

import java.util.List;

/** The steps around setting a password by link, each in a transaction of its own. */
@Dependent
@Transactional
public class ClaimingLinks {
    private final PasswordLinks links;
    private final Accounts accounts;
    private final Trail trail;

    @Inject
    public ClaimingLinks(PasswordLinks links, Accounts accounts, Trail trail) {
        this.links = links;
        this.accounts = accounts;
        this.trail = trail;
    }

    /** Closes the link; true for the one caller that did. */
    boolean claim(PasswordLink link) {
        return links.close(link);
    }

    /** Opens it again after the password could not be set. */
    void giveBack(PasswordLink link) {
        links.open(link);
    }

    void done(Account account) {
        if (account.state() == Account.State.INVITED) {
            accounts.saveStates(List.of(account.in(Account.State.ACTIVE)));
        }
        trail.append(AuditEntry.of(Actor.of(account.id()), "password.set", account.id().value()));
    }
}
