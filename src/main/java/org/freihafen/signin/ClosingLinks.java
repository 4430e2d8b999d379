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

/** What follows once a password was set by a link, in one transaction. */
@Dependent
@Transactional
public class ClosingLinks {
    private final PasswordLinks links;
    private final Accounts accounts;
    private final Trail trail;

    @Inject
    public ClosingLinks(PasswordLinks links, Accounts accounts, Trail trail) {
        this.links = links;
        this.accounts = accounts;
        this.trail = trail;
    }

    /** The directory took the password: the link has done its work. */
    void done(PasswordLink link, Account account) {
        links.close(link);
        if (account.state() == Account.State.INVITED) {
            accounts.saveStates(List.of(account.in(Account.State.ACTIVE)));
        }
        trail.append(AuditEntry.of(Actor.of(account.id()), "password.set", account.id().value()));
    }
}
