package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.accounts.Username;
import org.freihafen.ids.PersonId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.signin.HostGrant;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingUp;
import org.freihafen.web.Sessions;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Coming in by a one-time code: the first administrator, or whom the host named. */
@Path("/setup")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
public class SetupResource {
    private static final int LONGEST = 200;

    private final SettingUp settingUp;
    private final HostGrant hostGrant;
    private final Sessions sessions;
    private final HttpServletRequest request;

    @Inject
    SetupResource(
            SettingUp settingUp,
            HostGrant hostGrant,
            Sessions sessions,
            HttpServletRequest request) {
        this.settingUp = settingUp;
        this.hostGrant = hostGrant;
        this.sessions = sessions;
        this.request = request;
    }

    /**
     * A code.
     *
     * @param login and {@code name} for the set-up code only: who its holder becomes
     */
    public record ToRedeem(@Nullable String code, @Nullable String login, @Nullable String name) {
        /** Without the code, so that no log can hold it. */
        @Override
        public String toString() {
            return "ToRedeem";
        }
    }

    @POST
    @Operation(
            summary = "Redeems a one-time code and begins a session",
            description =
                    "With login and name: the set-up code of the first start, whose holder becomes"
                            + " the first administrator. With the code alone: one that was made on"
                            + " the host, whose person is an administrator for a day.")
    public SessionResource.SignedIn redeem(@Nullable ToRedeem sent) {
        ToRedeem body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> code = fields.needed("code", body.code(), LONGEST);
        Optional<Username> login = fields.login("login", body.login());
        Optional<String> name = fields.text("name", body.name(), LONGEST);
        if (login.isPresent() && name.isEmpty()) {
            fields.needed("name", body.name(), LONGEST);
        }
        fields.check();
        Secret secret = new Secret(code.orElseThrow());
        PersonId person =
                Refused.unless(
                        login.isPresent()
                                ? settingUp.redeem(secret, login.get(), name.orElseThrow())
                                : hostGrant.redeem(secret));
        sessions.begin(request, person);
        return new SessionResource.SignedIn(person.toString());
    }
}
