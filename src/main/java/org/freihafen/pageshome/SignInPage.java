package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.pages.Asked;
import org.freihafen.pages.LanguageSwitch;
import org.freihafen.pages.Notices;
import org.freihafen.pages.PageWords;
import org.freihafen.signin.SignIn;
import org.freihafen.web.Sessions;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;

/** Lets a visitor in by login name and password, and leads on to the page that they wanted. */
@Named
@RequestScoped
public class SignInPage {
    @Inject private HttpServletRequest request;
    @Inject private FacesContext faces;
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Sessions sessions;

    /** The page that was wanted, if it is one of ours. */
    public String to() {
        return LanguageSwitch.own(request.getParameter("to"), request.getContextPath());
    }

    public @Nullable String signIn() throws IOException {
        String password = request.getParameter("password");
        SignIn came =
                sessions.signIn(request, asked.text("name"), password == null ? "" : password);
        return switch (came) {
            case SignIn.Welcome _ -> {
                faces.getExternalContext().redirect(to());
                yield null;
            }
            case SignIn.Wrong() -> refused("signin.wrong");
            case SignIn.Slowed(Duration pause) ->
                    refused("signin.slowed", Math.max(1, pause.plusMillis(999).toSeconds()));
            case SignIn.Unreachable _ -> refused("signin.unreachable");
        };
    }

    private @Nullable String refused(String key, Object... facts) {
        return notices.wrong(words.say(key), words.say(key + ".cure", facts));
    }
}
