package org.freihafen.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;

import org.freihafen.answers.Answer;
import org.freihafen.answers.Answers;
import org.freihafen.answers.Answers.Stand;
import org.freihafen.answers.Asking;
import org.freihafen.retention.Leftovers.Sort;
import org.freihafen.retention.Retention;
import org.freihafen.signin.Secret;
import org.freihafen.web.Language;
import org.freihafen.web.Problem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A POST with an {@code Idempotency-Key} is carried out once: the same caller's same request with
 * the same key gets the same answer again, for a day and across restarts. Failures of ours are not
 * kept, and neither are answers that show a secret or are very long: of those it is only known that
 * the request was carried out.
 */
@Provider
@Singleton
@Priority(Priorities.USER + 100)
public class Repeats implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    static final String HEADER = "Idempotency-Key";

    private static final String MINE = "org.freihafen.repeats";
    private static final String STATUS = "org.freihafen.repeats.status";
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_BODY = 64 << 10;
    private static final int LARGEST_ANSWER = 256 << 10;
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final HttpServletRequest request;
    private final Language language;
    private final Clock clock;
    private final Answers answers;
    private final Duration kept;

    @Inject
    public Repeats(
            HttpServletRequest request,
            Language language,
            Clock clock,
            Answers answers,
            Retention retention) {
        this.request = request;
        this.language = language;
        this.clock = clock;
        this.answers = answers;
        kept = retention.after(Sort.ANSWERS);
    }

    /** An answer that shows a secret, and so is given once. */
    public interface ShownOnce {}

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
        String name = person.getName() + "\n" + asked() + "\n" + key;
        Asking asking =
                new Asking(
                        digest(name.getBytes(StandardCharsets.UTF_8)),
                        digest(body),
                        clock.instant());
        switch (answers.begin(asking, kept)) {
            case Stand.First() -> context.setProperty(MINE, asking.request());
            case Stand.Begun() -> stop(context);
            case Stand.Answered(Answer answer) -> context.abortWith(again(answer));
        }
    }

    private String asked() {
        return request.getRequestURI() + "?" + request.getQueryString();
    }

    private static String digest(byte[] bytes) {
        return new Secret(new String(bytes, StandardCharsets.ISO_8859_1)).digest();
    }

    private static Response again(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers()
                .forEach((name, value) -> {
                    if (name.equals(HttpHeaders.LOCATION)) {
                        response.location(URI.create(value));
                    } else {
                        response.header(name, value);
                    }
                });
        answer.content()
                .ifPresent(content -> response.entity(content.getBytes(StandardCharsets.UTF_8)));
        return response.build();
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
        if (!(context.getProperty(MINE) instanceof String name)) {
            return;
        }
        if (response.getStatus() >= 500) {
            answers.forget(name);
        } else if (!response.hasEntity()) {
            answers.keep(
                    name, answer(response.getStatus(), response.getHeaders(), Optional.empty()));
        } else if (!(response.getEntity() instanceof ShownOnce)) {
            context.setProperty(STATUS, response.getStatus());
        }
    }

    /** Keeps what is about to be sent, before it is. */
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(MINE) instanceof String name)
                || !(context.getProperty(STATUS) instanceof Integer status)) {
            context.proceed();
            return;
        }
        OutputStream caller = context.getOutputStream();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        context.setOutputStream(content);
        context.proceed();
        if (content.size() <= LARGEST_ANSWER) {
            String text = content.toString(StandardCharsets.UTF_8);
            answers.keep(name, answer(status, context.getHeaders(), Optional.of(text)));
        }
        content.writeTo(caller);
    }

    private static Answer answer(
            int status, MultivaluedMap<String, Object> headers, Optional<String> content) {
        Map<String, String> kept = new HashMap<>();
        for (String name : KEPT_HEADERS) {
            Object value = headers.getFirst(name);
            if (value != null) {
                kept.put(name, value.toString());
            }
        }
        return new Answer(status, kept, content);
    }
}
