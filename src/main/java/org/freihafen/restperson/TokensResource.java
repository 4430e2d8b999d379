package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.TextRule.Text;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Repeats;
import org.freihafen.signin.MakingTokens;
import org.freihafen.signin.Token;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Your own tokens for programs. */
@Path("/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
public class TokensResource {
    private static final int LONGEST_NAME = Text.TOKEN_NAME.longest();

    private final Caller caller;
    private final MakingTokens making;
    private final Clock clock;

    @Inject
    TokensResource(Caller caller, MakingTokens making, Clock clock) {
        this.caller = caller;
        this.making = making;
        this.clock = clock;
    }

    /** What a token is made of; until is its last day. */
    public record ToMake(@Nullable String name, @Nullable String scope, @Nullable String until) {}

    /**
     * A token.
     *
     * @param secret shown only in the answer to making it
     */
    public record TokenView(
            String id,
            String name,
            String scope,
            Instant made,
            Instant until,
            Optional<String> secret)
            implements Repeats.ShownOnce {
        static TokenView of(Token token, Optional<String> secret) {
            return new TokenView(
                    token.id().toString(),
                    token.name(),
                    Fields.spelled(token.scope()),
                    token.made(),
                    token.until(),
                    secret);
        }
    }

    /** Those that hold. */
    public record TokenList(List<TokenView> tokens) {}

    @GET
    @Operation(summary = "Your tokens, without their secrets")
    public TokenList list() {
        return new TokenList(
                making.of(caller.person()).stream()
                        .map(token -> TokenView.of(token, Optional.empty()))
                        .toList());
    }

    @POST
    @Operation(
            summary = "Makes a token and shows its secret this once",
            description = "scope is read or write; until is the last day, at most a year away.")
    @APIResponseSchema(value = TokenView.class, responseCode = "201")
    public Response make(@Nullable ToMake sent) {
        ToMake body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> name = fields.needed("name", body.name(), LONGEST_NAME);
        Optional<Token.Scope> scope =
                fields.needed(
                        "scope",
                        body.scope(),
                        fields.word("scope", body.scope(), Token.Scope.class));
        Optional<LocalDate> until =
                fields.needed("until", body.until(), fields.day("until", body.until()));
        fields.check();
        MakingTokens.Made made =
                Refused.unless(
                        making.make(
                                caller.person(),
                                name.orElseThrow(),
                                scope.orElseThrow(),
                                until.orElseThrow()
                                        .plusDays(1)
                                        .atStartOfDay(clock.getZone())
                                        .toInstant()));
        return Response.status(Response.Status.CREATED)
                .entity(TokenView.of(made.token(), Optional.of(made.secret().text())))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends a token of yours at once")
    public void end(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<UUID> token = fields.id("id", id);
        fields.check();
        Refused.unless(making.end(caller.person(), token.orElseThrow()));
    }
}
