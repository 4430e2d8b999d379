package org.freihafen.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.accounts.Uses;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What follows once a password was set by a link, in one transaction. */
@Dependent
@Transactional
public class ClosingLinks {
    private final PasswordLinks links;
    private final Accounts accounts;
    private final Uses uses;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public ClosingLinks(
            PasswordLinks links,
            Accounts accounts,
            Uses uses,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.uses = uses;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * The directory took the password: the link has done its work. Whoever was suspended meanwhile
     * stays so.
     */
    void done(PasswordLink link, Account before) {
        links.close(link);
        accounts.lock(before.id());
        accounts.byId(before.id()).filter(Account::opensByLink).ifPresent(this::opened);
    }

    private void opened(Account account) {
        if (account.state() != Account.State.ACTIVE) {
            accounts.saveStates(List.of(account.in(Account.State.ACTIVE)));
        }
        if (account.state() == Account.State.RESTING) {
            trail.append(
                    AuditEntry.of(
                            Actor.of(account.id()), "account.brought-back", account.id().value()));
            wake.touched(Touched.person(account.id()));
        }
        uses.came(account.id(), LocalDate.now(clock));
        trail.append(AuditEntry.of(Actor.of(account.id()), "password.set", account.id().value()));
    }
}
