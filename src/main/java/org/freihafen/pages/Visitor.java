package org.freihafen.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.guests.Guests;
import org.freihafen.ids.PersonId;
import org.freihafen.web.Caller;
import org.freihafen.web.Sessions;

/** Who looks at the page, if anybody is signed in. */
@Named
@RequestScoped
public class Visitor {
    @Inject private HttpServletRequest request;
    @Inject private Caller caller;
    @Inject private Sessions sessions;
    @Inject private Accounts accounts;
    @Inject private Guests guests;

    private final Once<Boolean> guest = new Once<>();
    private final Once<String> name = new Once<>();

    public boolean present() {
        return caller.somebody().isPresent();
    }

    public PersonId id() {
        return caller.person();
    }

    public Actor actor() {
        return caller.actor();
    }

    /** Whether they see only what was granted to them. */
    public boolean guest() {
        return guest.get(() -> caller.somebody().flatMap(guests::byId).isPresent());
    }

    public String name() {
        return name.get(this::findName);
    }

    private String findName() {
        return caller.somebody().flatMap(accounts::byId).map(Account::displayName).orElse("");
    }

    public String signOut() {
        sessions.end(request);
        return "/signin?faces-redirect=true";
    }
}
