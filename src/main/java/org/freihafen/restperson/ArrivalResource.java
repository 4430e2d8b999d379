package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.arrival.AcceptingNotice;
import org.freihafen.arrival.Activating;
import org.freihafen.arrival.ForgottenPassword;
import org.freihafen.arrival.Notice;
import org.freihafen.reconcile.Saying;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingPasswords.Answer;
import org.freihafen.web.Caller;
import org.freihafen.web.ClientAddress;
import org.freihafen.web.Language;
import org.freihafen.web.Problem;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Coming in for the first time, and again without a password; open to everybody. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
public class ArrivalResource {
    private static final int LONGEST = 200;

    private final Activating activating;
    private final ForgottenPassword forgotten;
    private final AcceptingNotice accepting;
    private final Caller caller;
    private final Notice notice;
    private final HttpServletRequest request;
    private final Language language;
    private final ClientAddress addresses;

    @Inject
    ArrivalResource(
            Activating activating,
            ForgottenPassword forgotten,
            AcceptingNotice accepting,
            Caller caller,
            Notice notice,
            HttpServletRequest request,
            Language language,
            ClientAddress addresses) {
        this.activating = activating;
        this.forgotten = forgotten;
        this.accepting = accepting;
        this.caller = caller;
        this.notice = notice;
        this.request = request;
        this.language = language;
        this.addresses = addresses;
    }

    /** The notice on data protection in its current version. */
    public record NoticeView(String version, String text) {}

    @GET
    @Path("notice")
    @Operation(summary = "What is done with people's data, in your language")
    public NoticeView notice() {
        return new NoticeView(notice.version(), notice.in(spoken()));
    }

    private Locale spoken() {
        return language.of(request).language();
    }

    /** The version that is accepted. */
    public record Accepted(@Nullable String version) {}

    @POST
    @Path("notice/acceptance")
    @Operation(summary = "Accepts the notice in its current version, for yourself")
    @APIResponse(responseCode = "204")
    public void accept(@Nullable Accepted sent) {
        Accepted body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> version = fields.needed("version", body.version(), LONGEST);
        fields.check();
        Refused.unless(accepting.accept(caller.person(), version.orElseThrow()));
    }

    /**
     * What is needed to make an account one's own.
     *
     * @param notice the version of the notice that was accepted
     */
    public record ToActivate(
            @Nullable String secret,
            @Nullable String login,
            @Nullable String name,
            @Nullable String password,
            @Nullable String notice) {
        /** Without any of it, so that no log can hold it. */
        @Override
        public String toString() {
            return "ToActivate";
        }
    }

    @POST
    @Path("activations")
    @Operation(
            summary = "Makes an account its holder's own, by the link of an invitation",
            description =
                    "login and name may be left out to keep those that were proposed; notice is the"
                            + " version of the notice that its reader accepts.")
    @APIResponse(responseCode = "204")
    public Response activate(@Nullable ToActivate sent) {
        ToActivate body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> secret = fields.needed("secret", body.secret(), LONGEST);
        Optional<String> login = fields.text("login", body.login(), LONGEST);
        Optional<String> name = fields.text("name", body.name(), LONGEST);
        Optional<String> version = fields.needed("notice", body.notice(), LONGEST);
        String password = Objects.requireNonNullElse(body.password(), "");
        if (password.isEmpty()) {
            fields.wrong("password", "missing");
        }
        fields.check();
        Secret link = new Secret(secret.orElseThrow());
        var holder = activating.holder(link);
        Activating.Choice choice =
                new Activating.Choice(
                        login.orElse(holder.map(a -> a.username().value()).orElse("")),
                        name.orElse(holder.map(a -> a.displayName()).orElse("")),
                        password,
                        version.orElseThrow());
        return switch (activating.activate(link, choice)) {
            case Answer.Done _ -> Response.noContent().build();
            case Answer.Refused(var why) -> throw new Refused(why);
            case Answer.NotTaken(Saying reason) -> {
                Words words = language.of(request);
                yield SessionResource.answer(
                        Problem.of(409, "refused", words).saying(reason.in(words.language())));
            }
            case Answer.Unreachable _ ->
                    SessionResource.answer(Problem.of(503, "unreachable", language.of(request)));
        };
    }

    /** Whose password is forgotten. */
    public record Forgotten(@Nullable String login) {}

    @POST
    @Path("forgotten-passwords")
    @Operation(
            summary = "Says that a password is forgotten",
            description =
                    "The answer is always the same. Whoever has confirmed an address gets a letter"
                            + " there.")
    @APIResponse(responseCode = "202")
    public Response forgot(@Nullable Forgotten sent) {
        Forgotten body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> login = fields.needed("login", body.login(), LONGEST);
        fields.check();
        forgotten.forgot(login.orElseThrow(), addresses.of(request), spoken());
        return Response.accepted().build();
    }
}
