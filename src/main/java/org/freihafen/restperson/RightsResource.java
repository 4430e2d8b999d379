package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.TextRule.Text;
import org.freihafen.privacy.Answered;
import org.freihafen.privacy.AskingByRight;
import org.freihafen.privacy.RightsRequest;
import org.freihafen.privacy.RightsRequest.Right;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people ask for under data protection law, and what they are answered. */
@Path("/rights")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
public class RightsResource {
    private static final int LONGEST = Text.REASON.longest();

    private final Caller caller;
    private final AskingByRight asking;

    @Inject
    RightsResource(Caller caller, AskingByRight asking) {
        this.caller = caller;
        this.asking = asking;
    }

    /** What came of something that was asked for. */
    public record AnswerView(boolean granted, Instant at, String reason) {
        static AnswerView of(Answered answer) {
            return new AnswerView(answer.granted(), answer.at(), answer.reason());
        }
    }

    /**
     * One request.
     *
     * @param due the last day for an answer
     */
    public record RightView(
            String id,
            String person,
            String right,
            String text,
            Instant made,
            LocalDate due,
            Optional<AnswerView> answer) {
        static RightView of(RightsRequest request) {
            return new RightView(
                    request.id().toString(),
                    request.person().toString(),
                    Fields.spelled(request.right()),
                    request.text(),
                    request.made(),
                    request.due(),
                    request.answered().map(AnswerView::of));
        }
    }

    /** Requests. */
    public record RightList(List<RightView> requests, Optional<String> next) {}

    /** What to ask for; right is correction or erasure. */
    public record ToAsk(@Nullable String right, @Nullable String text) {}

    /** An answer; a refusal needs its reason. */
    public record ToAnswer(@Nullable Boolean granted, @Nullable String reason) {}

    @GET
    @Operation(summary = "What you asked for, and what came of it")
    public RightList own(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return list(asking.own(caller.person()), after, limit);
    }

    @GET
    @Path("/open")
    @Operation(summary = "What waits for an answer; by law it is due within a month")
    public RightList open(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return list(asking.open(caller.actor()), after, limit);
    }

    private static RightList list(
            List<RightsRequest> all, @Nullable String after, @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Paged<RightsRequest> part = Paged.of(all, request -> request.id().toString(), asked);
        return new RightList(part.shown().stream().map(RightView::of).toList(), part.next());
    }

    @POST
    @Operation(
            summary = "Asks that your data be corrected or erased",
            description = "Articles 16 and 17 GDPR. One request of a sort is open at a time.")
    @APIResponseSchema(value = RightView.class, responseCode = "201")
    public Response ask(@Nullable ToAsk sent) {
        ToAsk body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<Right> right =
                fields.needed(
                        "right", body.right(), fields.word("right", body.right(), Right.class));
        Optional<String> text = fields.text("text", body.text(), LONGEST);
        fields.check();
        RightsRequest made =
                Refused.unless(asking.ask(caller.person(), right.orElseThrow(), text.orElse("")));
        return Response.status(Response.Status.CREATED).entity(RightView.of(made)).build();
    }

    @POST
    @Path("/{id}/decision")
    @Operation(summary = "Says what came of a request; a refusal needs its reason")
    public RightView answer(@PathParam("id") String id, @Nullable ToAnswer sent) {
        ToAnswer body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<UUID> request = fields.id("id", id);
        Optional<String> reason = fields.text("reason", body.reason(), LONGEST);
        Boolean granted = body.granted();
        if (granted == null) {
            fields.wrong("granted", "missing");
        }
        fields.check();
        return RightView.of(
                Refused.unless(
                        asking.answer(
                                caller.actor(),
                                request.orElseThrow(),
                                Boolean.TRUE.equals(granted),
                                reason.orElse(""))));
    }
}
