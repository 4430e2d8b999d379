package org.freihafen.pages;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.freihafen.web.SafeCookies;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Keeps the visitor's choice of language and leads back to the page on which it was made. */
@WebServlet("/language")
public class LanguageSwitch extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String wished = Optional.ofNullable(request.getParameter("to")).orElse("");
        PageWords.spoken(wished)
                .ifPresent(language -> response.addCookie(cookie(request, language.getLanguage())));
        response.sendRedirect(own(request.getParameter("back"), request.getContextPath()));
    }

    private static Cookie cookie(HttpServletRequest request, String language) {
        Cookie cookie = new Cookie(PageWords.COOKIE, language);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(SafeCookies.secure(request));
        cookie.setAttribute("SameSite", SafeCookies.SAME_SITE);
        return cookie;
    }

    /** The way back, if it leads to a page of ours; otherwise home. */
    public static String own(@Nullable String back, String home) {
        return Optional.ofNullable(back)
                .filter(path -> path.startsWith("/") && !path.startsWith("//"))
                .filter(path -> path.chars().noneMatch(c -> c == '\\' || c <= ' '))
                .orElse(home + "/");
    }
}
