package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.accounts.Account;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.Visitor;
import org.freihafen.recovery.AddressClaim.Stage;
import org.freihafen.recovery.Recovering;
import org.freihafen.signin.Secret;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Whoever reads at a new address confirms it. The link's secret comes and goes as on {@link
 * PasswordPage}; opening the link alone confirms nothing, for programs open links too.
 */
@Named
@RequestScoped
public class AddressPage {
    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Notices notices;
    @Inject private Recovering recovering;

    private final Once<Optional<Account>> holder = new Once<>();

    /** The secret as it was sent on, also if somebody pasted the whole link. */
    public String link() {
        String sent = request.getMethod().equals("POST") ? asked.text("link") : "";
        return sent.substring(sent.lastIndexOf('#') + 1);
    }

    /** Whose link this is; nobody's once it was used. */
    public Optional<Account> holder() {
        return holder.get(() -> recovering.holder(new Secret(link())));
    }

    /** Shows the page again, for whoever sent a link on. */
    public @Nullable String open() {
        return null;
    }

    public @Nullable String confirm() {
        return switch (recovering.confirm(new Secret(link()))) {
            case Decision.Refused<Stage>(Refusal why) -> notices.refused(why);
            case Decision.Done<Stage>(Stage stage) ->
                    notices.done(
                            "/signin?faces-redirect=true",
                            stage == Stage.TAKEN ? "address.taken" : "address.waits");
        };
    }

    public @Nullable String again() {
        return notices.said(
                recovering.askAgain(visitor.id()), "/record?faces-redirect=true", "address.sent");
    }
}
