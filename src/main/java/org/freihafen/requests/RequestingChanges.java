package org.freihafen.requests;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.TextRule;
import org.freihafen.access.TextRule.Text;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.requests.ChangeRequest.Kind;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever speaks for a branch tells what changed with a member; the member office works it off.
 * Nothing of it changes the register here: the next roster does.
 */
@Dependent
@Transactional
public class RequestingChanges {
    private final Access access;
    private final ChangeRequests requests;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public RequestingChanges(
            Access access, ChangeRequests requests, Trail trail, Ids ids, Clock clock) {
        this.access = access;
        this.requests = requests;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** The answer is the same whether there is such a member or not. */
    public Decision<ChangeRequest> ask(
            Actor actor, UnitId unit, MemberNumber number, Kind kind, String words) {
        access.require(actor, Action.REQUEST_CHANGE, unit);
        Optional<Refusal> unusable = TextRule.check(Text.REASON, words);
        if (unusable.isPresent()) {
            return Decision.refused(unusable.get());
        }
        if (words.isBlank()) {
            return Decision.refused(Refusal.by(Rule.REASON_NEEDED));
        }
        ChangeRequest request =
                new ChangeRequest(
                        ids.next(),
                        unit,
                        actor.somebody().orElseThrow(),
                        number,
                        kind,
                        words.strip(),
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty());
        requests.add(request);
        trail.append(AuditEntry.of(actor, "change.asked", unit, request.id()));
        return Decision.done(request);
    }

    public List<ChangeRequest> own(PersonId person) {
        return requests.askedBy(person);
    }

    /** What the actor can work off, oldest first. */
    public List<ChangeRequest> open(Actor actor) {
        return requests.open().stream()
                .filter(request -> access.allows(actor, Action.WORK_CHANGES, request.unit()))
                .toList();
    }

    /** The open ones as rows of a sheet for the accounting package; notes that they went out. */
    public List<ChangeRequest> export(Actor actor) {
        Instant now = clock.instant();
        List<ChangeRequest> going =
                open(actor).stream().map(request -> request.exported(now)).toList();
        requests.save(going);
        if (!going.isEmpty()) {
            trail.append(
                    new AuditEntry(
                            actor,
                            "change.exported",
                            Optional.empty(),
                            going.stream().map(ChangeRequest::id).toList(),
                            Optional.empty()));
        }
        return going;
    }

    /** Says what came of it; a refusal needs its reason. */
    public Decision<ChangeRequest> end(Actor actor, UUID id, boolean done, String reason) {
        Optional<ChangeRequest> found =
                requests.lock(id).filter(r -> access.allows(actor, Action.WORK_CHANGES, r.unit()));
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        if (found.get().outcome().isPresent()) {
            return Decision.refused(Refusal.by(Rule.ANSWERED_ALREADY));
        }
        if (!done && reason.isBlank()) {
            return Decision.refused(Refusal.by(Rule.REASON_NEEDED));
        }
        Optional<Refusal> unusable = TextRule.check(Text.REASON, reason);
        if (unusable.isPresent()) {
            return Decision.refused(unusable.get());
        }
        ChangeRequest ended =
                found.get()
                        .ended(
                                new ChangeRequest.Outcome(
                                        done,
                                        actor.somebody().orElseThrow(),
                                        clock.instant(),
                                        reason.strip()));
        requests.save(List.of(ended));
        trail.append(
                AuditEntry.of(actor, done ? "change.done" : "change.refused", ended.unit(), id)
                        .because(reason.strip()));
        return Decision.done(ended);
    }
}
