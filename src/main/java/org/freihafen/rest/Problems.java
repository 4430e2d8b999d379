package org.freihafen.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.ids.Ids;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.structure.Kinds;
import org.freihafen.web.Language;
import org.freihafen.web.Problem;
import org.freihafen.words.Words;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns whatever ends a request into a problem (RFC 9457) in the caller's language. What nobody
 * foresaw is logged under a number, and the answer says no more than that number.
 */
@Provider
@Singleton
public class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    private final HttpServletRequest request;
    private final Language language;
    private final Kinds kinds;
    private final Ids ids;

    @Inject
    public Problems(HttpServletRequest request, Language language, Kinds kinds, Ids ids) {
        this.request = request;
        this.language = language;
        this.kinds = kinds;
        this.ids = ids;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = ours(thrown).orElseGet(() -> problem(thrown, language.of(request)));
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
        if (thrown instanceof WebApplicationException web) {
            web.getResponse()
                    .getHeaders()
                    .forEach((name, values) -> {
                        if (!name.toString().equalsIgnoreCase("Content-Type")) {
                            values.forEach(value -> answer.header(name, value));
                        }
                    });
        }
        return answer.build();
    }

    /** A problem of ours may come wrapped by whoever was reading the body. */
    private static Optional<Problem> ours(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof WebApplicationException web
                    && web.getResponse().getEntity() instanceof Problem problem) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private Problem problem(Throwable thrown, Words words) {
        return switch (thrown) {
            case BadFields bad -> bad.problem(words);
            case BadFile file -> file.problem(words);
            case Refused refused -> refused(refused.why(), words);
            case Denied _ -> Problem.of(403, "denied", words);
            case TargetUnavailable target ->
                    Problem.of(503, "target", words).saying(target.why().in(words.language()));
            case JsonbException _, JsonException _ -> malformed(words);
            case NotFoundException _ -> Problem.of(404, "unknown", words);
            case NotAllowedException _ -> Problem.of(405, "method", words);
            case NotSupportedException _ -> Problem.of(415, "media", words);
            case NotAcceptableException _ -> Problem.of(406, "media", words);
            case WebApplicationException web -> web(web, words);
            case ProcessingException processing when processing.getCause() != null ->
                    problem(processing.getCause(), words);
            default -> failed(thrown, words);
        };
    }

    private Problem web(WebApplicationException web, Words words) {
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 400 -> malformed(words);
            case 412 -> Problem.of(412, "changed", words);
            default -> status < 500 ? Problem.of(status, "malformed", words) : failed(web, words);
        };
    }

    private static Problem malformed(Words words) {
        return Problem.of(400, "malformed", words).saying(words.say("problem.malformed.json"));
    }

    private Problem refused(Refusal why, Words words) {
        boolean notThere =
                why.rule() == Refusal.Rule.NOT_FOUND || why.rule() == Refusal.Rule.NO_TEAM_FOLDER;
        return Problem.of(notThere ? 404 : 409, "refused", words)
                .saying(words.why(why, kinds))
                .by(why.rule().name(), words.cure(why, kinds));
    }

    private Problem failed(Throwable thrown, Words words) {
        String number = "urn:uuid:" + ids.next();
        LOG.log(
                Level.SEVERE,
                number + " " + request.getMethod() + " " + request.getRequestURI(),
                thrown);
        return Problem.of(500, "failed", words).at(number);
    }
}
