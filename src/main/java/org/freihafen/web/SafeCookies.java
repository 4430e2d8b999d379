package org.freihafen.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.settings.Settings;

/**
 * The session's cookie: out of reach for scripts and for other sites' forms, and outside the
 * sandbox never sent in clear. Browsers count {@code http://localhost} as safe.
 */
@WebListener
public class SafeCookies implements ServletContextListener {
    public static final String SAME_SITE = "Lax";

    private final boolean sandbox;

    @Inject
    public SafeCookies(Settings settings) {
        sandbox = settings.sandbox();
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure(!sandbox);
        cookie.setAttribute("SameSite", SAME_SITE);
    }

    /** Whether a cookie made for this request must only come back by https. */
    public static boolean secure(HttpServletRequest request) {
        return request.isSecure()
                || request.getServletContext().getSessionCookieConfig().isSecure();
    }
}
