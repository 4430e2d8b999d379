package org.freihafen.privacy;

import org.freihafen.access.Actor;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.TextRule;
import org.freihafen.access.TextRule.Text;
import org.freihafen.ids.PersonId;

import java.util.Optional;

/** Nobody answers what they asked for themselves, nothing is answered twice, a no has a reason. */
final class AnswerRule {
    private AnswerRule() {}

    static Optional<Refusal> refuses(
            Actor actor, RightsRequest request, boolean granted, String reason) {
        return refuses(actor, request.person(), request.answered().isPresent(), granted, reason);
    }

    static Optional<Refusal> refuses(Actor actor, Release release, boolean granted, String reason) {
        return refuses(actor, release.askedBy(), release.answered().isPresent(), granted, reason);
    }

    private static Optional<Refusal> refuses(
            Actor actor, PersonId askedBy, boolean answered, boolean granted, String reason) {
        if (answered) {
            return Optional.of(Refusal.by(Rule.ANSWERED_ALREADY));
        }
        if (actor.somebody().filter(by -> !by.equals(askedBy)).isEmpty()) {
            return Optional.of(Refusal.by(Rule.NOT_BY_ONESELF));
        }
        if (!granted && reason.isBlank()) {
            return Optional.of(Refusal.by(Rule.REASON_NEEDED));
        }
        return TextRule.check(Text.REASON, reason);
    }
}
