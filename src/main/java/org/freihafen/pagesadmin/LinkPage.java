package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Duties;
import org.freihafen.access.Refusal;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Username;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.People;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.signin.IssuingPasswordLinks;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;

/** Gives somebody a link by which they set a password; it is shown once, to be handed over. */
@Named
@RequestScoped
public class LinkPage {
    private static final int LONGEST_NUMBER = 40;

    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Duties duties;
    @Inject private Accounts accounts;
    @Inject private People people;
    @Inject private IssuingPasswordLinks issuing;
    @Inject private Clock clock;

    private Optional<IssuingPasswordLinks.Issued> issued = Optional.empty();

    /** Whether the visitor looks after anybody's sign-in. */
    public boolean open() {
        return duties.of(visitor.id()).stream()
                .filter(duty -> duty.holdsAt(clock.instant()))
                .anyMatch(duty -> Action.ISSUE_PASSWORD_LINK.allowedTo(asked.standings(duty.in())));
    }

    /** Turns away whoever looks after nobody's sign-in. */
    public String checked() {
        if (!open()) {
            throw new Denied(Action.ISSUE_PASSWORD_LINK);
        }
        return "";
    }

    /** The link that was just made; empty if none was. */
    public String link() {
        return issued.map(made -> address() + "/password#" + made.secret().text()).orElse("");
    }

    private String address() {
        String whole = request.getRequestURL().toString();
        return whole.substring(0, whole.length() - request.getRequestURI().length())
                + request.getContextPath();
    }

    public String until() {
        return issued.map(made -> words.moment(made.until())).orElse("");
    }

    /** The login name to which the link belongs. */
    public String login() {
        return issued.flatMap(made -> accounts.byId(made.person()))
                .map(account -> account.username().value())
                .orElse("");
    }

    public String name() {
        return issued.flatMap(made -> accounts.byId(made.person()))
                .map(Account::displayName)
                .orElse("");
    }

    private Optional<Account> wanted() {
        String address = asked.text("person");
        Optional<Account> byLogin =
                Username.allowed(address)
                        ? accounts.byUsername(new Username(address))
                        : Optional.empty();
        return byLogin.or(() -> byNumber(address));
    }

    private Optional<Account> byNumber(String number) {
        return number.isEmpty() || number.length() > LONGEST_NUMBER
                ? Optional.empty()
                : people.byNumber(new MemberNumber(number)).flatMap(p -> accounts.byId(p.id()));
    }

    public @Nullable String issue() {
        checked();
        Optional<Account> person = wanted();
        if (person.isEmpty()) {
            return notices.wrong(words.say("person.unknown"), words.say("person.unknown.cure"));
        }
        switch (issuing.issue(visitor.actor(), person.get().id())) {
            case Decision.Done<IssuingPasswordLinks.Issued>(var made) -> issued = Optional.of(made);
            case Decision.Refused<IssuingPasswordLinks.Issued>(Refusal why) -> notices.refused(why);
        }
        return null;
    }
}
