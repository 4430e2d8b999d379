package org.freihafen.privacy;

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
import org.freihafen.erasure.Erasing;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.privacy.RightsRequest.Right;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * People ask that what is held about them be corrected or erased; the member office answers within
 * a month, with a reason if it refuses. Nobody answers themselves.
 */
@Dependent
@Transactional
public class AskingByRight {
    private final Access access;
    private final RightsRequests requests;
    private final Erasing erasing;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public AskingByRight(
            Access access,
            RightsRequests requests,
            Erasing erasing,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.requests = requests;
        this.erasing = erasing;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks for oneself. One request of a sort is open at a time. */
    public Decision<RightsRequest> ask(PersonId person, Right right, String text) {
        Optional<Refusal> unusable = TextRule.check(Text.REASON, text);
        if (unusable.isPresent()) {
            return Decision.refused(unusable.get());
        }
        if (right == Right.CORRECTION && text.isBlank()) {
            return Decision.refused(Refusal.by(Rule.REASON_NEEDED));
        }
        if (requests.of(person).stream()
                .anyMatch(r -> r.right() == right && r.answered().isEmpty())) {
            return Decision.refused(Refusal.by(Rule.ASKED_ALREADY));
        }
        RightsRequest request =
                new RightsRequest(
                        ids.next(),
                        person,
                        right,
                        text.strip(),
                        clock.instant(),
                        LocalDate.now(clock).plusMonths(1),
                        Optional.empty());
        requests.add(request);
        trail.append(
                AuditEntry.of(
                        Actor.of(person),
                        right == Right.ERASURE ? "erasure.asked" : "correction.asked",
                        request.id()));
        return Decision.done(request);
    }

    public List<RightsRequest> own(PersonId person) {
        return requests.of(person);
    }

    /** What waits for an answer, the most urgent first. */
    public List<RightsRequest> open(Actor actor) {
        access.require(actor, Action.ANSWER_RIGHTS);
        return requests.open();
    }

    /**
     * Says what came of it. A refusal needs its reason (article 12(4)); an erasure that is granted
     * begins with it.
     */
    public Decision<RightsRequest> answer(Actor actor, UUID id, boolean granted, String reason) {
        access.require(actor, Action.ANSWER_RIGHTS);
        Optional<RightsRequest> found = requests.lock(id);
        if (found.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        Optional<Refusal> unusable = AnswerRule.refuses(actor, found.get(), granted, reason);
        if (unusable.isPresent()) {
            return Decision.refused(unusable.get());
        }
        Optional<Refusal> kept =
                granted && found.get().right() == Right.ERASURE
                        ? erasing.begin(found.get().person())
                        : Optional.empty();
        if (kept.isPresent()) {
            return Decision.refused(kept.get());
        }
        RightsRequest answered =
                found.get()
                        .answered(
                                new Answered(
                                        granted,
                                        actor.somebody().orElseThrow(),
                                        clock.instant(),
                                        reason.strip()));
        requests.save(answered);
        trail.append(
                AuditEntry.of(
                                actor,
                                (answered.right() == Right.ERASURE ? "erasure." : "correction.")
                                        + (granted ? "granted" : "refused"),
                                answered.person().value(),
                                id)
                        .because(reason.strip()));
        return Decision.done(answered);
    }
}
