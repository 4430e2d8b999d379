package org.freihafen.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.freihafen.arrival.AcceptingNotice;
import org.freihafen.guests.Guests;
import org.freihafen.ids.PersonId;
import org.freihafen.settings.Settings;
import org.freihafen.words.Words;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Turns away who has to sign in first, and sends with every answer what browsers need to know to
 * keep foreign pages out. The sandbox, whose passwords everybody knows, answers on this machine
 * only, whatever address the server was given.
 */
@WebFilter("/*")
public class Gate extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String OUR_OWN =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final transient Language language;
    private final transient AcceptingNotice accepting;
    private final transient Guests guests;
    private final boolean sandbox;

    @Inject
    public Gate(Language language, AcceptingNotice accepting, Guests guests, Settings settings) {
        this.language = language;
        this.accepting = accepting;
        this.guests = guests;
        sandbox = settings.sandbox();
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (sandbox && !InetAddress.ofLiteral(request.getLocalAddr()).isLoopbackAddress()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Paths path = Paths.of(request);
        if (path != Paths.CLOUD) {
            addHeaders(request, response, path);
        }
        boolean nobody = request.getUserPrincipal() == null;
        Object objection = request.getAttribute(Entrance.OBJECTION);
        switch (path) {
            case REST -> {
                if (nobody) {
                    refuse(request, response, objection);
                } else if (hasToRead(request)) {
                    Words words = language.of(request);
                    send(
                            Problem.of(403, "denied", words)
                                    .saying(words.say("problem.denied.notice")),
                            response);
                } else if (strays(request)) {
                    Words words = language.of(request);
                    send(
                            Problem.of(403, "denied", words)
                                    .saying(words.say("problem.denied.guest")),
                            response);
                } else {
                    chain.doFilter(request, response);
                }
            }
            case PAGE -> {
                if (nobody) {
                    response.sendRedirect(Paths.SIGN_IN + "?to=" + wished(request));
                } else if (hasToRead(request)) {
                    response.sendRedirect(Paths.NOTICE);
                } else if (strays(request)) {
                    response.sendError(HttpServletResponse.SC_FORBIDDEN);
                } else {
                    chain.doFilter(request, response);
                }
            }
            case OPEN_REST, OPEN_PAGE, STATIC, CLOUD -> chain.doFilter(request, response);
        }
    }

    /** Guests see what was granted to them and what is held about them, and nothing else. */
    private boolean strays(HttpServletRequest request) {
        return !Paths.openToGuests(Paths.pathOf(request))
                && guests.byId(PersonId.of(request.getUserPrincipal().getName())).isPresent();
    }

    /** Whoever did not accept the notice in its current version goes nowhere else before. */
    private boolean hasToRead(HttpServletRequest request) {
        return !Paths.openBeforeNotice(Paths.pathOf(request))
                && accepting.pending(PersonId.of(request.getUserPrincipal().getName()));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Object objection)
            throws IOException {
        Words words = language.of(request);
        if (objection instanceof Objection known) {
            if (known.retryAfter() > 0) {
                response.setHeader("Retry-After", Long.toString(known.retryAfter()));
            }
            send(known.problem(words), response);
        } else {
            send(Problem.of(401, "signin", words), response);
        }
    }

    private static void send(Problem problem, HttpServletResponse response) throws IOException {
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Freihafen\"");
        }
        problem.send(response);
    }

    /** Only a path of ours, so that nobody is sent elsewhere after signing in. */
    private static String wished(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = Paths.pathOf(request);
        return URLEncoder.encode(
                query == null || !request.getMethod().equals("GET") ? path : path + "?" + query,
                StandardCharsets.UTF_8);
    }

    private static void addHeaders(
            HttpServletRequest request, HttpServletResponse response, Paths path) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        switch (path) {
            case REST, OPEN_REST -> {
                response.setHeader("Content-Security-Policy", NOTHING);
                response.setHeader("Cache-Control", "no-store");
            }
            case PAGE, OPEN_PAGE -> {
                response.setHeader("Content-Security-Policy", OUR_OWN);
                response.setHeader("Cache-Control", "no-store");
            }
            case STATIC -> response.setHeader("Content-Security-Policy", NOTHING);
            case CLOUD -> {}
        }
    }
}
