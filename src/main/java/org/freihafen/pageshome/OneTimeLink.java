package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Refusal;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.PageWords;
import org.freihafen.reconcile.Saying;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingPasswords.Answer;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;

/**
 * The link that somebody came by to choose a password. It carries its secret behind the #, which
 * browsers keep to themselves, and the page sends it on in a body: it never stands in an address
 * that a server or proxy writes down.
 */
@Named
@RequestScoped
public class OneTimeLink {
    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private Notices notices;

    /** The secret as it was sent on, also if somebody pasted the whole link. */
    public String link() {
        String sent = request.getMethod().equals("POST") ? asked.text("link") : "";
        return sent.substring(sent.lastIndexOf('#') + 1);
    }

    Secret secret() {
        return new Secret(link());
    }

    /** Shows the page again, for whoever sent a link on. */
    public @Nullable String open() {
        return null;
    }

    /** Sets the password, if it was typed twice the same. */
    @Nullable String set(Function<String, Answer> setting, String done) {
        String password = sent("password");
        if (!password.equals(sent("again"))) {
            return notices.wrong(
                    words.say("password.different"), words.say("password.different.cure"));
        }
        return switch (setting.apply(password)) {
            case Answer.Done _ -> notices.done("/signin?faces-redirect=true", done);
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
