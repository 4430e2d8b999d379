package org.freihafen.restoffice;

import jakarta.ws.rs.core.Response;

import org.freihafen.adoption.Findings;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.restperson.SessionResource;
import org.freihafen.web.Problem;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the paths of adoption have in common, whatever sort of thing they adopt. */
final class Adoptions {
    private Adoptions() {}

    /** A part of a report, in the order of places. */
    record Part<M extends Findings.Found, O extends Findings.Found>(
            Findings<M, O> shown, Optional<String> next) {
        static <M extends Findings.Found, O extends Findings.Found> Part<M, O> of(
                Findings<M, O> all, Paged.Asked asked) {
            Paged<String> part = Paged.of(all.places(), Function.identity(), asked);
            return new Part<>(all.in(Set.copyOf(part.shown())), part.next());
        }
    }

    static Paged.Asked asked(@Nullable String after, @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        return asked;
    }

    /** What came of linking. */
    static Response answer(Outcome outcome, Words words) {
        return switch (outcome) {
            case Outcome.Applied() -> Response.noContent().build();
            case Outcome.Refused(Saying reason) -> no(409, "refused", reason, words);
            case Outcome.NotYet(Saying reason) -> no(503, "target", reason, words);
            case Outcome.Unavailable(Saying reason) -> no(503, "target", reason, words);
        };
    }

    private static Response no(int status, String problem, Saying reason, Words words) {
        return SessionResource.answer(
                Problem.of(status, problem, words).saying(reason.in(words.language())));
    }
}
