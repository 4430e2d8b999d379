package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.reconcile.Saying;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingPasswords;
import org.freihafen.web.Language;
import org.freihafen.web.Problem;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;

/** Setting a password by the link that somebody was given; open to those who have no password. */
@Path("/password-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
public class PasswordLinksResource {
    private static final int LONGEST = 200;

    private final SettingPasswords setting;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    PasswordLinksResource(SettingPasswords setting, HttpServletRequest request, Language language) {
        this.setting = setting;
        this.request = request;
        this.language = language;
    }

    /** The link's secret, and the password to set. */
    public record ToRedeem(@Nullable String secret, @Nullable String password) {
        /** Without either, so that no log can hold it. */
        @Override
        public String toString() {
            return "ToRedeem";
        }
    }

    @POST
    @Path("/redemption")
    @Operation(summary = "Sets a password by a link, which then closes")
    @APIResponse(responseCode = "204")
    public Response redeem(@Nullable ToRedeem sent) {
        ToRedeem body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> secret = fields.needed("secret", body.secret(), LONGEST);
        String password = Objects.requireNonNullElse(body.password(), "");
        if (password.isEmpty()) {
            fields.wrong("password", "missing");
        }
        fields.check();
        return switch (setting.set(new Secret(secret.orElseThrow()), password)) {
            case SettingPasswords.Answer.Done _ -> Response.noContent().build();
            case SettingPasswords.Answer.Refused(var why) -> throw new Refused(why);
            case SettingPasswords.Answer.NotTaken(Saying reason) -> {
                Words words = language.of(request);
                yield SessionResource.answer(
                        Problem.of(409, "refused", words).saying(reason.in(words.language())));
            }
            case SettingPasswords.Answer.Unreachable _ ->
                    SessionResource.answer(Problem.of(503, "unreachable", language.of(request)));
        };
    }
}
