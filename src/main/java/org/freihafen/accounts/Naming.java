package org.freihafen.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * People choose their login name and what others see of them. A login name that is given up is
 * never given to another.
 */
@Dependent
@Transactional
public class Naming {
    private static final int CHANGES_A_DAY = 5;
    private static final String CHANGED = "account.login-changed";
    private static final String REFUSED = "account.login-refused";

    private final Access access;
    private final Accounts accounts;
    private final Trail trail;
    private final Wake wake;
    private final InstantSource clock;

    @Inject
    public Naming(Access access, Accounts accounts, Trail trail, Wake wake, InstantSource clock) {
        this.access = access;
        this.accounts = accounts;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /** Changes one's own login name a few times a day; the member office can change anybody's. */
    public Decision<Account> login(Actor actor, PersonId person, String wished) {
        requireOwnOr(Action.CHANGE_LOGIN, actor, person);
        accounts.lock(person);
        Optional<Account> account = living(person);
        if (account.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        Optional<Refusal> no = LoginRule.checkLogin(wished);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Username login = new Username(wished);
        if (login.equals(account.get().username())) {
            return Decision.done(account.get());
        }
        if (timesToday(person, actor) >= CHANGES_A_DAY) {
            return Decision.refused(Refusal.by(Rule.TOO_MANY_TODAY, String.valueOf(CHANGES_A_DAY)));
        }
        if (accounts.taken(login)) {
            trail.append(AuditEntry.of(actor, REFUSED, person.value()));
            return Decision.refused(Refusal.by(Rule.LOGIN_NOT_ALLOWED, login.value()));
        }
        return saved(actor, account.get().named(login), CHANGED);
    }

    /**
     * Refused attempts count, so that nobody tries out which names are taken. The member office
     * changes many people's and is not counted.
     */
    private int timesToday(PersonId person, Actor actor) {
        Instant since = clock.instant().minus(Duration.ofDays(1));
        return own(actor, person)
                ? trail.timesDone(person, CHANGED, since) + trail.timesDone(person, REFUSED, since)
                : 0;
    }

    /** Changes one's own display name. Nobody else can. */
    public Decision<Account> displayName(Actor actor, PersonId person, String wished) {
        accounts.lock(person);
        Optional<Account> account = living(person).filter(_ -> own(actor, person));
        if (account.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        String name = LoginRule.normalDisplayName(wished);
        Optional<Refusal> no = LoginRule.checkDisplayName(name);
        return no.isPresent()
                ? Decision.refused(no.get())
                : saved(actor, account.get().called(name), "account.display-name-changed");
    }

    private Decision<Account> saved(Actor actor, Account account, String what) {
        accounts.save(account);
        trail.append(AuditEntry.of(actor, what, account.id().value()));
        wake.touched(Touched.person(account.id()));
        return Decision.done(account);
    }

    private Optional<Account> living(PersonId person) {
        return accounts.byId(person).filter(account -> account.state() != Account.State.ERASED);
    }

    private void requireOwnOr(Action action, Actor actor, PersonId person) {
        if (!own(actor, person)) {
            access.require(actor, action);
        }
    }

    private static boolean own(Actor actor, PersonId person) {
        return actor.somebody().filter(person::equals).isPresent();
    }
}
