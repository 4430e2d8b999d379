package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.rest.Fields;
import org.freihafen.signin.SignIn;
import org.freihafen.web.Language;
import org.freihafen.web.Problem;
import org.freihafen.web.Sessions;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/** Signing in by name and password, with a session cookie, and out again. */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
public class SessionResource {
    private final Sessions sessions;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    SessionResource(Sessions sessions, HttpServletRequest request, Language language) {
        this.sessions = sessions;
        this.request = request;
        this.language = language;
    }

    /** A login name and its password. */
    public record Credentials(@Nullable String login, @Nullable String password) {
        /** Without the password, so that no log can hold it. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** Who is signed in now. */
    public record SignedIn(String id) {}

    @POST
    @Operation(summary = "Signs in by login name and password; answers a session cookie")
    @APIResponseSchema(value = SignedIn.class, responseCode = "200")
    public Response signIn(@Nullable Credentials sent) {
        Credentials body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> login = fields.needed("login", body.login(), 400);
        String password = body.password();
        if (password == null || password.isEmpty()) {
            fields.wrong("password", "missing");
            password = "";
        }
        fields.check();
        Words words = language.of(request);
        return switch (sessions.signIn(request, login.orElseThrow(), password)) {
            case SignIn.Welcome(var person) -> Response.ok(new SignedIn(person.toString())).build();
            case SignIn.Wrong() ->
                    answer(
                            Problem.of(401, "signin", words)
                                    .saying(words.say("problem.signin.wrong")));
            case SignIn.Slowed(Duration pause) -> {
                long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
                yield Response.fromResponse(answer(Problem.of(429, "slowed", words, seconds)))
                        .header("Retry-After", seconds)
                        .build();
            }
            case SignIn.Unreachable _ -> answer(Problem.of(503, "unreachable", words));
        };
    }

    @DELETE
    @Operation(summary = "Ends the session")
    public void signOut() {
        sessions.end(request);
    }

    public static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json())
                .build();
    }
}
