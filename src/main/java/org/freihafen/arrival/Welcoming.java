package org.freihafen.arrival;

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
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Template;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Invites joiners by letter, each with a link that works once, in waves that the member office can
 * stop: so many an hour as those who help them can bear.
 */
@Dependent
@Transactional
public class Welcoming {
    private final Access access;
    private final Arrivals arrivals;
    private final People people;
    private final Accounts accounts;
    private final InvitationLetters letters;
    private final Trail trail;
    private final Wave wave;
    private final InstantSource clock;

    @Inject
    public Welcoming(
            Access access,
            Arrivals arrivals,
            People people,
            Accounts accounts,
            InvitationLetters letters,
            Trail trail,
            Wave wave,
            InstantSource clock) {
        this.access = access;
        this.arrivals = arrivals;
        this.people = people;
        this.accounts = accounts;
        this.letters = letters;
        this.trail = trail;
        this.wave = wave;
        this.clock = clock;
    }

    /**
     * How the waves stand.
     *
     * @param waiting how many have an address and no invitation yet
     * @param lastHour how many were invited within the hour
     * @param unreachable who needs a letter on paper, at most as many as were asked for
     */
    public record Standing(
            boolean paused, int perHour, int waiting, int lastHour, List<PersonId> unreachable) {}

    public Standing show(Actor actor, Optional<PersonId> after, int most) {
        access.require(actor, Action.WELCOME);
        return new Standing(
                arrivals.paused(),
                wave.perHour(),
                arrivals.waiting(),
                arrivals.writtenSince(clock.instant().minus(Duration.ofHours(1))),
                arrivals.unreachable(after, most));
    }

    public void pause(Actor actor) {
        access.require(actor, Action.WELCOME);
        arrivals.pause(true);
        trail.append(AuditEntry.of(actor, "welcome.paused"));
    }

    public void resume(Actor actor) {
        access.require(actor, Action.WELCOME);
        arrivals.pause(false);
        trail.append(AuditEntry.of(actor, "welcome.resumed"));
    }

    /** Invites one person out of turn, also once more; a new link closes the one before. */
    public Decision<PersonId> invite(Actor actor, PersonId person) {
        access.require(actor, Action.WELCOME);
        boolean expected =
                accounts.byId(person).filter(a -> a.state() == Account.State.INVITED).isPresent();
        Optional<String> address = people.byId(person).flatMap(Person::email);
        if (!expected || address.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        write(actor, person, address.get());
        return Decision.done(person);
    }

    /** Invites as many of those who wait as the hour still bears; answers how many. */
    public int inviteNext() {
        if (arrivals.paused()) {
            return 0;
        }
        Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
        int most = wave.perHour() - arrivals.writtenSince(hourAgo);
        if (most <= 0) {
            return 0;
        }
        List<PersonId> next = arrivals.waiting(most);
        for (PersonId person : next) {
            String address = people.byId(person).flatMap(Person::email).orElseThrow();
            write(new Actor.Host(), person, address);
        }
        return next.size();
    }

    private void write(Actor actor, PersonId person, String address) {
        letters.write(person, address, Template.INVITED);
        trail.append(AuditEntry.of(actor, "person.invited-by-letter", person.value()));
    }
}
