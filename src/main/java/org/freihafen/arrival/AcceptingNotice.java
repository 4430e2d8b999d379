package org.freihafen.arrival;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;

import java.time.InstantSource;

/**
 * Whoever did not accept the notice in its current version, however they came in, is asked before
 * they go on.
 */
@Dependent
@Transactional
public class AcceptingNotice {
    private final Acceptances acceptances;
    private final Accounts accounts;
    private final Notice notice;
    private final Trail trail;
    private final InstantSource clock;

    @Inject
    public AcceptingNotice(
            Acceptances acceptances,
            Accounts accounts,
            Notice notice,
            Trail trail,
            InstantSource clock) {
        this.acceptances = acceptances;
        this.accounts = accounts;
        this.notice = notice;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Whether the person has to accept it first. The sandbox's logins, whom everybody shares, are
     * asked only when it changes.
     */
    public boolean pending(PersonId person) {
        return acceptances
                .of(person)
                .map(version -> !version.equals(notice.version()))
                .orElseGet(() -> accounts.byId(person).filter(Account::sandbox).isEmpty());
    }

    public Decision<String> accept(PersonId person, String version) {
        if (!version.equals(notice.version())) {
            return Decision.refused(Refusal.by(Rule.NOTICE_NOT_ACCEPTED, notice.version()));
        }
        acceptances.accept(person, version, clock.instant());
        trail.append(
                AuditEntry.of(Actor.of(person), "notice.accepted", person.value())
                        .because(version));
        return Decision.done(version);
    }
}
