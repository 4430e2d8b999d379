package org.freihafen.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.LoginRule;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The first administrator comes in by a one-time code, while nobody administers the federation.
 * They have an account from then on, and set a password as everybody does.
 */
@Dependent
@Transactional
public class SettingUp {
    private static final Duration OPEN = Duration.ofDays(7);

    private final OneTimeCodes codes;
    private final People people;
    private final Accounts accounts;
    private final Duties duties;
    private final Trail trail;
    private final Wake wake;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    public SettingUp(
            OneTimeCodes codes,
            People people,
            Accounts accounts,
            Duties duties,
            Trail trail,
            Wake wake,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        this.codes = codes;
        this.people = people;
        this.accounts = accounts;
        this.duties = duties;
        this.trail = trail;
        this.wake = wake;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** A new set-up code, which closes the one before; empty once there is an administrator. */
    public Optional<Secret> open() {
        if (isAdministered()) {
            return Optional.empty();
        }
        Secret secret = Secret.fresh(random);
        codes.open(new OneTimeCode(secret.digest(), Optional.empty(), clock.instant().plus(OPEN)));
        return Optional.of(secret);
    }

    private boolean isAdministered() {
        Instant now = clock.instant();
        return duties.all().stream()
                .anyMatch(held ->
                        held.duty() == Duty.ADMINISTRATOR
                                && held.until().isEmpty()
                                && held.holdsAt(now));
    }

    /** Makes the holder of the code somebody who administers the whole federation. */
    public Decision<PersonId> redeem(Secret secret, Username login, String wishedName) {
        Optional<OneTimeCode> code =
                codes.find(secret.digest(), clock.instant())
                        .filter(found -> found.person().isEmpty());
        if (code.isEmpty() || isAdministered()) {
            return Decision.refused(Refusal.by(Rule.LINK_CLOSED));
        }
        String displayName = LoginRule.normalDisplayName(wishedName);
        Optional<Refusal> no =
                LoginRule.checkLogin(login.value())
                        .or(() -> LoginRule.checkDisplayName(displayName));
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        if (accounts.taken(login)) {
            return Decision.refused(Refusal.by(Rule.LOGIN_NOT_ALLOWED, login.value()));
        }
        if (!codes.close(code.get())) {
            return Decision.refused(Refusal.by(Rule.LINK_CLOSED));
        }
        PersonId id = ids.person();
        people.add(guest(id, displayName));
        accounts.add(List.of(new Account(id, login, displayName, Account.State.INVITED, false)));
        duties.give(new DutyHeld(id, Duty.ADMINISTRATOR, Standings.FEDERATION, Optional.empty()));
        trail.append(AuditEntry.of(new Actor.Host(), "administrator.set-up", id.value()));
        wake.touched(Touched.person(id));
        return Decision.done(id);
    }

    private static Person guest(PersonId id, String name) {
        return new Person(
                id,
                Optional.empty(),
                "",
                name,
                Optional.empty(),
                Status.GUEST,
                Optional.empty(),
                Optional.empty(),
                Person.Dues.NONE,
                Origin.INVITATION);
    }
}
