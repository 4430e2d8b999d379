package org.freihafen.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.mail.Posted.Stage;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Administrators see what became of letters, and let those that failed be tried again. */
@Dependent
@Transactional
public class Watching {
    private final Access access;
    private final Outbox outbox;
    private final Mailing mailing;
    private final PostBell bell;
    private final Addresses addresses;
    private final Wording wording;
    private final Trail trail;
    private final InstantSource clock;
    private final boolean sandbox;

    @Inject
    public Watching(
            Access access,
            Outbox outbox,
            Mailing mailing,
            PostBell bell,
            Addresses addresses,
            Wording wording,
            Trail trail,
            InstantSource clock,
            @ConfigProperty(name = "freihafen.sandbox") boolean sandbox) {
        this.access = access;
        this.outbox = outbox;
        this.mailing = mailing;
        this.bell = bell;
        this.addresses = addresses;
        this.wording = wording;
        this.trail = trail;
        this.clock = clock;
        this.sandbox = sandbox;
    }

    /** The latest first, those before an id. */
    public List<Posted> letters(Actor actor, Set<Stage> stages, Optional<UUID> before, int most) {
        access.require(actor, Action.SEE_LETTERS);
        return outbox.latest(stages, before, most);
    }

    /** Whether letters can be read here, as none reaches anybody: in the sandbox. */
    public boolean readable() {
        return sandbox;
    }

    /** What was said to whom; in the sandbox only, where no letter reaches anybody. */
    public Optional<Envelope> opened(Actor actor, Posted posted) {
        access.require(actor, Action.SEE_LETTERS);
        Addressee to = posted.letter().to();
        return addresses
                .of(to)
                .filter(_ -> sandbox)
                .map(address -> wording.envelope(posted, address, addresses.name(to)));
    }

    /** Lets a letter that failed wait once more. */
    public Decision<Posted> tryAgain(Actor actor, UUID id) {
        access.require(actor, Action.SEND_LETTERS);
        Optional<Posted> failed = outbox.byId(id).filter(posted -> posted.stage() == Stage.FAILED);
        if (failed.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Posted waiting = failed.get().again(clock.instant());
        outbox.save(waiting);
        trail.append(AuditEntry.of(actor, "letter.tried-again", id));
        bell.ring();
        return Decision.done(waiting);
    }

    /** Writes to the actor's own address, to see whether letters arrive. */
    public Decision<Letter> tryOut(Actor actor) {
        access.require(actor, Action.SEND_LETTERS);
        if (actor.somebody().isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, "me"));
        }
        Letter letter =
                new Letter(
                        mailing.nextId(),
                        new Addressee.ToPerson(actor.somebody().get()),
                        Template.TRIAL,
                        List.of(),
                        Optional.empty());
        mailing.put(letter);
        trail.append(AuditEntry.of(actor, "letter.tried-out", letter.id()));
        return Decision.done(letter);
    }
}
