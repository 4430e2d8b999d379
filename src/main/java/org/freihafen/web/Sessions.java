package org.freihafen.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.freihafen.ids.PersonId;
import org.freihafen.signin.SignIn;
import org.freihafen.signin.SigningIn;

import java.util.Optional;

/** Sessions of people who signed in by form. The session's id changes when they do. */
@Dependent
public class Sessions {
    private static final String PERSON = "org.freihafen.person";

    private final SigningIn signingIn;
    private final ClientAddress addresses;

    @Inject
    public Sessions(SigningIn signingIn, ClientAddress addresses) {
        this.signingIn = signingIn;
        this.addresses = addresses;
    }

    /** Whose session this is; whether they may still come in is another question. */
    static Optional<PersonId> person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((String) session.getAttribute(PERSON)).map(PersonId::of);
    }

    /** Checks name and password; a welcome begins a session. */
    public SignIn signIn(HttpServletRequest request, String login, String password) {
        SignIn came = signingIn.signIn(login, password, addresses.of(request));
        if (came instanceof SignIn.Welcome(PersonId person)) {
            begin(request, person);
        }
        return came;
    }

    /** For somebody who has proved who they are, such as by a one-time code. */
    public void begin(HttpServletRequest request, PersonId person) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(PERSON, person.toString());
    }

    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
