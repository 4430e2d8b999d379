package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.accounts.Username;
import org.freihafen.ids.PersonId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.signin.HostGrant;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingUp;
import org.freihafen.web.Sessions;
import org.jspecify.annotations.Nullable;

/** Lets in whoever holds a one-time code: the first administrator, or one whom the host named. */
@Named
@RequestScoped
public class SetUpPage {
    private static final int LONGEST_NAME = 80;

    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private Notices notices;
    @Inject private SettingUp settingUp;
    @Inject private HostGrant hostGrant;
    @Inject private Sessions sessions;

    public @Nullable String redeem() {
        Secret secret = new Secret(asked.text("code"));
        String login = asked.text("login");
        if (login.isEmpty()) {
            return begun(hostGrant.redeem(secret));
        }
        if (!Username.allowed(login)) {
            return notices.refused(Refusal.by(Refusal.Rule.LOGIN_NOT_ALLOWED, login));
        }
        String name = asked.text("name");
        if (name.length() > LONGEST_NAME) {
            return notices.tooLong(LONGEST_NAME);
        }
        return begun(settingUp.redeem(secret, new Username(login), name.isEmpty() ? login : name));
    }

    private @Nullable String begun(Decision<PersonId> decision) {
        return switch (decision) {
            case Decision.Done<PersonId>(PersonId person) -> {
                sessions.begin(request, person);
                yield notices.done("/home?faces-redirect=true", "setup.done");
            }
            case Decision.Refused<PersonId>(Refusal why) -> notices.refused(why);
        };
    }
}
