package org.freihafen.web.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.freihafen.signin.Secret;
import org.freihafen.web.Language;
import org.freihafen.web.Problem;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A POST with an {@code Idempotency-Key} is carried out once: the same caller's same request with
 * the same key gets the same answer again, for a day. Failures of ours are not kept. Keeps the
 * latest answers only, in memory: after a restart a repetition is a new request.
 */
@Provider
@Singleton
@Priority(Priorities.USER + 100)
public class Repeats implements ContainerRequestFilter, ContainerResponseFilter {
    static final String HEADER = "Idempotency-Key";

    private static final String MINE = "org.freihafen.repeats";
    private static final int LONGEST_KEY = 200;
    private static final int MOST = 2_000;
    private static final int LARGEST_BODY = 64 << 10;
    private static final Duration KEPT = Duration.ofDays(1);

    private final HttpServletRequest request;
    private final Language language;
    private final Clock clock;
    private final Map<String, Answer> answers = new Latest();

    @Inject
    public Repeats(HttpServletRequest request, Language language, Clock clock) {
        this.request = request;
        this.language = language;
        this.clock = clock;
    }

    /**
     * What was answered.
     *
     * @param response empty while the first request is under way
     */
    private record Answer(String body, Instant at, @Nullable Stored response) {}

    private record Stored(
            int status, @Nullable Object entity, MultivaluedHashMap<String, Object> headers) {}

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        String key = context.getHeaderString(HEADER);
        Principal person = request.getUserPrincipal();
        if (key == null
                || person == null
                || !context.getMethod().equals("POST")
                || context.getLength() > LARGEST_BODY) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            stop(context);
            return;
        }
        InputStream rest = context.getEntityStream();
        byte[] body = rest.readNBytes(LARGEST_BODY + 1);
        InputStream again = new ByteArrayInputStream(body);
        if (body.length > LARGEST_BODY) {
            context.setEntityStream(new SequenceInputStream(again, rest));
            return;
        }
        context.setEntityStream(again);
        String digest = new Secret(new String(body, StandardCharsets.ISO_8859_1)).digest();
        String asked = request.getRequestURI() + "?" + request.getQueryString();
        String name = person.getName() + "\n" + asked + "\n" + key;
        Answer before = begin(name, digest);
        if (before == null) {
            context.setProperty(MINE, name);
        } else if (before.response() == null || !before.body().equals(digest)) {
            stop(context);
        } else {
            Stored stored = before.response();
            context.abortWith(
                    Response.status(stored.status())
                            .replaceAll(stored.headers())
                            .entity(stored.entity())
                            .build());
        }
    }

    private synchronized @Nullable Answer begin(String name, String digest) {
        Instant now = clock.instant();
        Answer before = answers.get(name);
        if (before != null && now.isBefore(before.at().plus(KEPT))) {
            return before;
        }
        answers.put(name, new Answer(digest, now, null));
        return null;
    }

    private void stop(ContainerRequestContext context) {
        Problem problem = Problem.of(409, "repeated", language.of(request));
        context.abortWith(
                Response.status(problem.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(problem.json())
                        .build());
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (context.getProperty(MINE) instanceof String name) {
            end(name, response);
        }
    }

    private synchronized void end(String name, ContainerResponseContext response) {
        Answer begun = answers.get(name);
        if (begun == null) {
            return;
        }
        if (response.getStatus() >= 500) {
            answers.remove(name);
            return;
        }
        MultivaluedHashMap<String, Object> headers =
                new MultivaluedHashMap<>(response.getHeaders());
        answers.put(
                name,
                new Answer(
                        begun.body(),
                        begun.at(),
                        new Stored(response.getStatus(), response.getEntity(), headers)));
    }

    private static final class Latest extends LinkedHashMap<String, Answer> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST;
        }
    }
}
