package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Refusal;
import org.freihafen.accounts.Account;
import org.freihafen.arrival.Activating;
import org.freihafen.arrival.Notice;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.reconcile.Saying;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingPasswords.Answer;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whoever was invited makes the account theirs. The link's secret comes and goes as on {@link
 * PasswordPage}.
 */
@Named
@RequestScoped
public class ActivationPage {
    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Activating activating;
    @Inject private Notice notice;

    private final Once<Optional<Account>> holder = new Once<>();

    /** The secret as it was sent on, also if somebody pasted the whole link. */
    public String link() {
        String sent = request.getMethod().equals("POST") ? asked.text("link") : "";
        return sent.substring(sent.lastIndexOf('#') + 1);
    }

    private Secret secret() {
        return new Secret(link());
    }

    /** Whose link this is; nobody's once it was used. */
    public Optional<Account> holder() {
        return holder.get(() -> activating.holder(secret()));
    }

    public String login() {
        return written("login", holder().map(account -> account.username().value()).orElse(""));
    }

    public String name() {
        return written("name", holder().map(Account::displayName).orElse(""));
    }

    private String written(String field, String otherwise) {
        String written = asked.text(field);
        return written.isEmpty() ? otherwise : written;
    }

    public List<String> notice() {
        return Arrays.asList(notice.in(words.locale()).split("\n\n", -1));
    }

    public String version() {
        return notice.version();
    }

    /** Shows the page again, for whoever sent a link on. */
    public @Nullable String open() {
        return null;
    }

    public @Nullable String activate() {
        String password = sent("password");
        if (!password.equals(sent("again"))) {
            return notices.wrong(
                    words.say("password.different"), words.say("password.different.cure"));
        }
        Activating.Choice choice =
                new Activating.Choice(login(), name(), password, asked.text("accepted"));
        return switch (activating.activate(secret(), choice)) {
            case Answer.Done _ -> notices.done("/signin?faces-redirect=true", "activation.done");
            case Answer.Refused(Refusal why) -> notices.refused(why);
            case Answer.NotTaken(Saying reason) ->
                    notices.wrong(words.say("password.notTaken"), words.said(reason));
            case Answer.Unreachable _ ->
                    notices.wrong(
                            words.say("signin.unreachable"), words.say("signin.unreachable.cure"));
        };
    }

    private String sent(String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }
}
