package org.freihafen.web;

import jakarta.servlet.http.HttpServletRequest;

import java.util.List;
import java.util.Set;

/** Which paths need a sign-in, and how they answer without one. What is not named here does. */
enum Paths {
    /** REST: answers problems. */
    REST,
    /** REST that needs no sign-in, such as signing in. */
    OPEN_REST,
    /** A page: sends to the sign-in page. */
    PAGE,
    OPEN_PAGE,
    /** Style sheets, scripts, pictures, and what monitoring asks: the same for everybody. */
    STATIC,
    /** The sandbox's file cloud, which asks for its own sign-in. */
    CLOUD;

    static final String SIGN_IN = "/signin";
    static final String NOTICE = "/notice";

    private static final String ACCEPTANCE = "/api/notice/acceptance";

    private static final String SUFFIX = ".xhtml";
    private static final Set<String> OPEN_PAGES =
            Set.of(
                    SIGN_IN,
                    "/setup",
                    "/password",
                    "/activation",
                    "/forgotten",
                    "/address",
                    "/error",
                    "/expired",
                    "/notfound");
    private static final Set<String> OPEN_RESTS =
            Set.of(
                    "/api/session",
                    "/api/setup",
                    "/api/password-links/redemption",
                    "/api/forgotten-passwords",
                    "/api/activations",
                    "/api/addresses/confirmation",
                    "/api/notice");
    private static final List<String> STATICS =
            List.of(
                    "/jakarta.faces.resource/",
                    "/resources/",
                    "/favicon.ico",
                    "/language",
                    "/health",
                    "/metrics",
                    "/openapi");

    /** What concerns whoever is signed in and nobody else. */
    private static final Set<String> FOR_GUESTS =
            Set.of(
                    "/",
                    "/home",
                    "/record",
                    "/kept",
                    NOTICE,
                    "/api/me",
                    "/api/rights",
                    "/api/retention",
                    ACCEPTANCE,
                    "/api/people/me",
                    "/api/people/me/record",
                    "/api/tokens");

    /** Whether it is needed to read the notice, accept it, or leave. */
    static boolean openBeforeNotice(String path) {
        return path.startsWith(NOTICE) || path.equals(ACCEPTANCE);
    }

    /** Whether guests may go there, too. */
    static boolean openToGuests(String path) {
        return FOR_GUESTS.contains(
                path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path);
    }

    static Paths of(HttpServletRequest request) {
        return of(pathOf(request));
    }

    static String pathOf(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    static Paths of(String path) {
        if (path.equals("/api") || path.startsWith("/api/")) {
            return OPEN_RESTS.contains(path) ? OPEN_REST : REST;
        }
        if (path.matches("/cloud(-board)?(/.*)?")) {
            return CLOUD;
        }
        if (STATICS.stream().anyMatch(path::startsWith)) {
            return STATIC;
        }
        String page =
                path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
        return OPEN_PAGES.contains(page) ? OPEN_PAGE : PAGE;
    }
}
