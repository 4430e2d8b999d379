package org.freihafen.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.DutyRule;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.Standings;
import org.freihafen.access.TextRule;
import org.freihafen.access.TextRule.Text;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody with a shell on the host makes an existing account an administrator for a day, by a code
 * that works once and without the directory. An administrator for longer stays one.
 */
@Dependent
@Transactional
public class HostGrant {
    public static final Duration LASTS = DutyRule.STANDING_IN;
    private static final Duration OPEN = Duration.ofMinutes(15);

    private final OneTimeCodes codes;
    private final Accounts accounts;
    private final Duties duties;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public HostGrant(
            OneTimeCodes codes, Accounts accounts, Duties duties, Trail trail, Clock clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens the code whose digest was left on the host. */
    public Decision<PersonId> open(Username login, String secretDigest, String reason) {
        Optional<Account> account = accounts.byUsername(login).filter(Account::usable);
        if (account.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, login.value()));
        }
        Optional<Refusal> badReason = TextRule.check(Text.REASON, reason);
        if (badReason.isPresent()) {
            return Decision.refused(badReason.get());
        }
        PersonId person = account.get().id();
        codes.open(new OneTimeCode(secretDigest, Optional.of(person), clock.instant().plus(OPEN)));
        trail.append(
                AuditEntry.of(new Actor.Host(), "administrator.code-opened", person.value())
                        .because(reason));
        return Decision.done(person);
    }

    /** Lets the code's person in, as an administrator until tomorrow. */
    public Decision<PersonId> redeem(Secret secret) {
        Instant now = clock.instant();
        Optional<OneTimeCode> code =
                codes.find(secret.digest(), now).filter(found -> found.person().isPresent());
        if (code.isEmpty() || !codes.close(code.get())) {
            return Decision.refused(Refusal.by(Rule.LINK_CLOSED));
        }
        PersonId person = code.get().person().orElseThrow();
        if (accounts.byId(person).filter(Account::usable).isEmpty()) {
            return Decision.refused(Refusal.by(Rule.LINK_CLOSED));
        }
        Instant end = now.plus(LASTS);
        if (!isAdministratorUntil(person, end)) {
            duties.give(
                    new DutyHeld(
                            person, Duty.ADMINISTRATOR, Standings.FEDERATION, Optional.of(end)));
        }
        trail.append(AuditEntry.of(new Actor.Host(), "administrator.granted", person.value()));
        return Decision.done(person);
    }

    private boolean isAdministratorUntil(PersonId person, Instant end) {
        return duties.of(person).stream()
                .anyMatch(held ->
                        held.duty() == Duty.ADMINISTRATOR
                                && held.in().equals(Standings.FEDERATION)
                                && held.until().filter(until -> until.isBefore(end)).isEmpty());
    }
}
