package org.freihafen.recovery;

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
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Letter;
import org.freihafen.mail.LetterSecrets;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.recovery.AddressClaim.Stage;
import org.freihafen.signin.Secret;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets a new address of the register's become the one to get back in by, once somebody showed that
 * they read there. The address before is told twice: when it is asked, and when it is replaced.
 */
@Dependent
@Transactional
public class Recovering {
    public static final Duration OPEN = Duration.ofDays(7);
    private static final int TIMES_A_DAY = 3;
    private static final String ASKED = "address.asked";

    private final Access access;
    private final AddressClaims claims;
    private final People people;
    private final Accounts accounts;
    private final SecondPerson second;
    private final RecoveryAddresses addresses;
    private final Mailing mailing;
    private final LetterSecrets secrets;
    private final Trail trail;
    private final InstantSource clock;

    @Inject
    public Recovering(
            Access access,
            AddressClaims claims,
            People people,
            Accounts accounts,
            SecondPerson second,
            RecoveryAddresses addresses,
            Mailing mailing,
            LetterSecrets secrets,
            Trail trail,
            InstantSource clock) {
        this.access = access;
        this.claims = claims;
        this.people = people;
        this.accounts = accounts;
        this.second = second;
        this.addresses = addresses;
        this.mailing = mailing;
        this.secrets = secrets;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks some of those whose address is new; answers how many. */
    int askNext(int most) {
        List<PersonId> next = claims.unasked(most);
        next.forEach(person -> ask(new Actor.Host(), person));
        return next.size();
    }

    /** Sends the link once more, for oneself. */
    public Decision<PersonId> askAgain(PersonId person) {
        boolean wanted =
                people.byId(person)
                        .flatMap(Person::email)
                        .filter(address ->
                                addresses.of(person).filter(address::equalsIgnoreCase).isEmpty())
                        .isPresent();
        if (!wanted) {
            return Decision.refused(Refusal.by(Rule.NOTHING_TO_CONFIRM));
        }
        Instant dayAgo = clock.instant().minus(Duration.ofDays(1));
        if (trail.timesDone(person, ASKED, dayAgo) >= TIMES_A_DAY) {
            return Decision.refused(Refusal.by(Rule.TOO_MANY_TODAY, Integer.toString(TIMES_A_DAY)));
        }
        ask(Actor.of(person), person);
        return Decision.done(person);
    }

    private void ask(Actor actor, PersonId person) {
        String address = people.byId(person).flatMap(Person::email).orElseThrow();
        UUID letter = mailing.nextId();
        Instant now = clock.instant();
        claims.add(
                new AddressClaim(
                        letter,
                        person,
                        address,
                        new Secret(secrets.of(letter)).digest(),
                        now,
                        now.plus(OPEN),
                        Stage.SENT));
        mailing.put(
                new Letter(
                        letter,
                        new Addressee.ToAddress(person, address),
                        Template.CONFIRM_ADDRESS,
                        List.of(Long.toString(OPEN.toDays())),
                        Optional.empty()));
        tellOld(person, Template.ADDRESS_WANTED);
        trail.append(AuditEntry.of(actor, ASKED, person.value()));
    }

    private void tellOld(PersonId person, Template template) {
        addresses
                .of(person)
                .ifPresent(old -> mailing.tell(new Addressee.ToAddress(person, old), template));
    }

    /** Whose link this is; empty if it does not work any more. */
    public Optional<Account> holder(Secret secret) {
        return usable(secret).flatMap(claim -> accounts.byId(claim.person()));
    }

    /** Not if the register knows another address by now, or the person cannot come in. */
    private Optional<AddressClaim> usable(Secret secret) {
        return claims.byDigest(secret.digest()).filter(this::usable);
    }

    private boolean usable(AddressClaim claim) {
        return claim.open(clock.instant()) && current(claim);
    }

    private boolean current(AddressClaim claim) {
        boolean active =
                accounts.byId(claim.person())
                        .filter(account -> account.state() == Account.State.ACTIVE)
                        .isPresent();
        return active
                && people.byId(claim.person())
                        .flatMap(Person::email)
                        .equals(Optional.of(claim.address()));
    }

    /** The reader of the address confirms it. For people with duties it waits from then on. */
    public Decision<Stage> confirm(Secret secret) {
        Optional<AddressClaim> found =
                usable(secret).flatMap(claim -> claims.lock(claim.id())).filter(this::usable);
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.LINK_CLOSED));
        }
        AddressClaim claim = found.get();
        Actor actor = Actor.of(claim.person());
        if (second.neededFor(claim.person())) {
            claims.save(claim.in(Stage.CONFIRMED));
            mailing.tell(new Addressee.ToDesk(second.desk(claim.person())), Template.ADDRESS_WAITS);
            trail.append(AuditEntry.of(actor, "address.confirmed", claim.person().value()));
            return Decision.done(Stage.CONFIRMED);
        }
        take(actor, claim);
        return Decision.done(Stage.TAKEN);
    }

    private void take(Actor actor, AddressClaim claim) {
        tellOld(claim.person(), Template.ADDRESS_TAKEN);
        addresses.confirm(claim.person(), claim.address(), clock.instant());
        claims.save(claim.in(Stage.TAKEN));
        trail.append(AuditEntry.of(actor, "address.taken", claim.person().value()));
    }

    /** What waits for a second person, with as much of each address as the actor may read. */
    public List<AddressClaim> waiting(Actor actor) {
        access.require(actor, Action.ANSWER_ADDRESS);
        return claims.waiting().stream().map(claim -> seen(actor, claim)).toList();
    }

    private AddressClaim seen(Actor actor, AddressClaim claim) {
        return access.allows(actor, Action.SEE_PERSON) ? claim : claim.masked();
    }

    /** Why the actor is not the second person for this one; empty if they may be. */
    public Optional<Refusal> objection(Actor actor, AddressClaim claim) {
        access.require(actor, Action.ANSWER_ADDRESS);
        return second.objection(actor, claim.person());
    }

    /**
     * The second person agrees, or not. Nobody is their own second person; to say no, everybody
     * else who is asked is good enough.
     */
    public Decision<AddressClaim> answer(Actor actor, UUID id, boolean granted) {
        access.require(actor, Action.ANSWER_ADDRESS);
        Optional<AddressClaim> found =
                claims.lock(id).filter(claim -> claim.stage() == Stage.CONFIRMED);
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        AddressClaim claim = found.get();
        Optional<Refusal> no =
                objection(actor, claim).filter(why -> granted || why.rule() == Rule.NOT_BY_ONESELF);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        if (granted && !current(claim)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        if (granted) {
            take(actor, claim);
        } else {
            claims.save(claim.in(Stage.REFUSED));
            trail.append(AuditEntry.of(actor, "address.refused", claim.person().value()));
        }
        return Decision.done(seen(actor, claim.in(granted ? Stage.TAKEN : Stage.REFUSED)));
    }
}
