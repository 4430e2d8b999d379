package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.TextRule.Text;
import org.freihafen.membership.MemberNumber;
import org.freihafen.requests.ChangeRequest;
import org.freihafen.requests.ChangeRequest.Kind;
import org.freihafen.requests.RequestingChanges;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Structure;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.freihafen.words.ChangeSheets;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What branches ask the member office to change in the register. */
@Path("/changes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
public class ChangesResource {
    private static final int LONGEST = Text.REASON.longest();
    private static final int LONGEST_NUMBER = 40;

    private final Caller caller;
    private final Sight sight;
    private final RequestingChanges requesting;
    private final ChangeSheets sheets;
    private final Language language;

    @Inject
    ChangesResource(
            Caller caller,
            Sight sight,
            RequestingChanges requesting,
            ChangeSheets sheets,
            Language language) {
        this.caller = caller;
        this.sight = sight;
        this.requesting = requesting;
        this.sheets = sheets;
        this.language = language;
    }

    /** A change request; stage is waiting, exported, done or refused. */
    public record ChangeView(
            String id,
            String unit,
            String askedBy,
            String number,
            String kind,
            String text,
            Instant made,
            String stage,
            Optional<Instant> ended,
            Optional<String> reason) {}

    /** Change requests. */
    public record ChangeList(List<ChangeView> changes, Optional<String> next) {}

    /** What changed; kind is address, moved, leaving, died or other. */
    public record ToAsk(
            @Nullable String unit,
            @Nullable String number,
            @Nullable String kind,
            @Nullable String text) {}

    /** What came of it; a refusal needs its reason. */
    public record ToEnd(@Nullable Boolean done, @Nullable String reason) {}

    @GET
    @Operation(summary = "What you asked for, and what came of it")
    public ChangeList own(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return list(requesting.own(caller.person()), after, limit);
    }

    @GET
    @Path("/open")
    @Operation(summary = "What you can work off")
    public ChangeList open(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return list(requesting.open(caller.actor()), after, limit);
    }

    private ChangeList list(
            List<ChangeRequest> all, @Nullable String after, @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Structure structure = sight.structure();
        Paged<ChangeRequest> part = Paged.of(all, request -> request.id().toString(), asked);
        return new ChangeList(
                part.shown().stream().map(request -> view(request, structure)).toList(),
                part.next());
    }

    private static ChangeView view(ChangeRequest request, Structure structure) {
        return new ChangeView(
                request.id().toString(),
                structure
                        .byId(request.unit())
                        .map(unit -> unit.key().value())
                        .orElse(request.unit().toString()),
                request.askedBy().toString(),
                request.number().value(),
                Fields.spelled(request.kind()),
                request.words(),
                request.made(),
                Fields.spelled(request.stage()),
                request.outcome().map(ChangeRequest.Outcome::at),
                request.outcome().map(ChangeRequest.Outcome::reason));
    }

    @POST
    @Operation(
            summary = "Tells the member office what changed; for whoever speaks for a branch",
            description = "The answer is the same whether there is such a member or not.")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202")
    public Response ask(@Nullable ToAsk sent) {
        ToAsk body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> unit = fields.needed("unit", body.unit(), LONGEST);
        Optional<String> number = fields.needed("number", body.number(), LONGEST_NUMBER);
        Optional<Kind> kind =
                fields.needed("kind", body.kind(), fields.word("kind", body.kind(), Kind.class));
        Optional<String> text = fields.text("text", body.text(), LONGEST);
        fields.check();
        ChangeRequest asked =
                Refused.unless(
                        requesting.ask(
                                caller.actor(),
                                sight.unit(unit.orElseThrow()).id(),
                                new MemberNumber(number.orElseThrow()),
                                kind.orElseThrow(),
                                text.orElse("")));
        return Response.accepted(view(asked, sight.structure())).build();
    }

    @POST
    @Path("/export")
    @Produces("text/csv")
    @Operation(
            summary = "What you can work off, as a sheet for the accounting package",
            description = "Safe in spreadsheets. The requests are marked as exported.")
    public String export(@Context HttpServletRequest request) {
        return sheets.of(requesting.export(caller.actor()), language.of(request).language());
    }

    @POST
    @Path("/{id}/decision")
    @Operation(summary = "Says what came of a request; a refusal needs its reason")
    public ChangeView end(@PathParam("id") String id, @Nullable ToEnd sent) {
        ToEnd body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UUID> request = fields.id("id", id);
        Optional<String> reason = fields.text("reason", body.reason(), LONGEST);
        Boolean done = body.done();
        if (done == null) {
            fields.wrong("done", "missing");
        }
        fields.check();
        ChangeRequest ended =
                Refused.unless(
                        requesting.end(
                                caller.actor(),
                                request.orElseThrow(),
                                Boolean.TRUE.equals(done),
                                reason.orElse("")));
        return view(ended, sight.structure());
    }
}
