package org.freihafen.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.freihafen.ids.PersonId;
import org.freihafen.signin.Admissions;
import org.freihafen.signin.SignIn;
import org.freihafen.signin.SigningIn;

import java.util.Optional;

/** Sessions of people who signed in by form. The session's id changes when they do. */
@Dependent
public class Sessions {
    private static final String PERSON = "org.freihafen.person";
    private static final String ADMISSION = "org.freihafen.admission";

    /** How long somebody who signed in may do nothing: an hour. */
    private static final int IDLE_SECONDS = 3600;

    private final SigningIn signingIn;
    private final Admissions admissions;
    private final ClientAddress addresses;

    @Inject
    public Sessions(SigningIn signingIn, Admissions admissions, ClientAddress addresses) {
        this.signingIn = signingIn;
        this.admissions = admissions;
        this.addresses = addresses;
    }

    /**
     * Whose session this is. One that was begun with a password that no longer counts is nobody's;
     * a person who may not come in any more loses all of theirs.
     */
    Optional<PersonId> person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PERSON) instanceof String id)
                || !(session.getAttribute(ADMISSION) instanceof Long admission)) {
            return Optional.empty();
        }
        PersonId person = PersonId.of(id);
        if (!signingIn.usable(person)) {
            admissions.end(person);
        }
        return admissions.holds(person, admission) ? Optional.of(person) : Optional.empty();
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
        HttpSession session = request.getSession();
        session.setAttribute(PERSON, person.toString());
        session.setAttribute(ADMISSION, admissions.admit(person));
        session.setMaxInactiveInterval(IDLE_SECONDS);
    }

    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
