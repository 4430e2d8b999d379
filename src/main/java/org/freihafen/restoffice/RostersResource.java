package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.freihafen.applying.Approving;
import org.freihafen.applying.CarryingOn;
import org.freihafen.applying.CarryingOut;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.RosterId;
import org.freihafen.rest.BadFile;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Manners;
import org.freihafen.rest.Refused;
import org.freihafen.restadmin.RunsResource;
import org.freihafen.structure.UnitKey;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Membership exports: read, shown, then applied by approval of exactly what was shown. */
@Path("/rosters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "rosters")
public class RostersResource {
    private static final int MOST = 1_000;
    private static final int USUALLY = 100;

    private final Caller caller;
    private final Enrolling enrolling;
    private final Approving approving;
    private final CarryingOut carryingOut;
    private final CarryingOn carrying;
    private final RosterViews views;
    private final RegisterViews register;

    @Inject
    RostersResource(
            Caller caller,
            Enrolling enrolling,
            Approving approving,
            CarryingOut carryingOut,
            CarryingOn carrying,
            RosterViews views,
            RegisterViews register) {
        this.caller = caller;
        this.enrolling = enrolling;
        this.approving = approving;
        this.carryingOut = carryingOut;
        this.carrying = carrying;
        this.views = views;
        this.register = register;
    }

    /** The newest first. */
    public record RosterList(List<RosterViews.RosterView> rosters, Optional<String> next) {}

    @GET
    @Operation(
            summary = "The newest rosters, waiting or not",
            description =
                    "What a waiting one would change is told by its own path only. Ask on with"
                            + " after=next while next is there.")
    public RosterList list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<RosterId> olderThan = fields.id("after", after, RosterId::of);
        int most = fields.number("limit", limit, 1, MOST, USUALLY);
        fields.check();
        List<Roster> found = enrolling.latest(caller.actor(), olderThan, most + 1);
        List<Roster> shown = found.subList(0, Math.min(most, found.size()));
        return new RosterList(
                shown.stream().map(RosterViews.RosterView::listed).toList(),
                found.size() > most
                        ? Optional.of(shown.getLast().id().toString())
                        : Optional.empty());
    }

    @POST
    @Consumes({"text/csv", Manners.WORKBOOK})
    @Operation(
            summary = "Reads a membership export; nothing changes before the approval",
            description =
                    "profile names the columns, encoding and form of dates. The answer tells what"
                            + " is wrong with lines, and what the roster would change.")
    @APIResponseSchema(value = RosterViews.Report.class, responseCode = "201")
    public Response read(@QueryParam("profile") @Nullable String profile, InputStream file)
            throws IOException {
        Fields fields = new Fields();
        Optional<String> named = fields.needed("profile", profile, 40);
        fields.check();
        return switch (Refused.unless(enrolling.read(caller.actor(), named.orElseThrow(), file))) {
            case Enrolling.Answer.Unusable(var problem) -> throw new BadFile(List.of(problem));
            case Enrolling.Answer.Waiting(RosterReport report) ->
                    Response.created(URI.create("rosters/" + report.roster().id()))
                            .entity(views.report(report, _ -> true, Optional.empty(), 1_000))
                            .build();
        };
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A waiting roster as it looks today",
            description =
                    "kind narrows to joiner, returner, mover, leaver, status, correction or"
                            + " gone-before; unit to people placed in it or below, before or after;"
                            + " text to a number or a name."
                            + " Ask on with after=next while next is there.")
    public RosterViews.Report show(
            @PathParam("id") String id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("text") @Nullable String text,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<RosterId> roster = fields.id("id", id, RosterId::of);
        Optional<RosterChange.Kind> wanted = fields.word("kind", kind, RosterChange.Kind.class);
        Optional<UnitKey> within = fields.key("unit", unit);
        Optional<String> part = fields.text("text", text, 100);
        Optional<String> later = fields.text("after", after, 40);
        int most = fields.number("limit", limit, 1, 10_000, 1_000);
        fields.check();
        RosterReport report = Refused.unless(enrolling.show(caller.actor(), roster.orElseThrow()));
        Predicate<RosterChange> only = register.only(fields, wanted, within, part);
        fields.check();
        return views.report(report, only, later, most);
    }

    @GET
    @Path("/{id}/progress")
    @Operation(
            summary = "How far a roster has come",
            description =
                    "stage is waiting, applying, stopped, applied or discarded; of one that is"
                            + " approved, steps, done and leftOut say how far it is.")
    public RosterViews.RosterView progress(@PathParam("id") String id) {
        return RosterViews.RosterView.of(Refused.unless(enrolling.look(caller.actor(), id(id))));
    }

    /** An answer to a question, by its key: same, same-with-groups or other. */
    public record GivenReply(@Nullable String question, @Nullable String reply) {}

    /** Answers; none at all takes every proposal. */
    public record GivenReplies(@Nullable List<GivenReply> answers) {}

    @POST
    @Path("/{id}/answers")
    @Operation(
            summary = "Answers what a waiting roster asks",
            description =
                    "Until a question is answered, nothing changes for whom it is about. Without"
                            + " answers, all open questions are answered as proposed.")
    public RosterViews.Report answer(@PathParam("id") String id, @Nullable GivenReplies sent) {
        GivenReplies body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<RosterId> roster = fields.id("id", id, RosterId::of);
        Map<String, Reply> replies = new HashMap<>();
        for (GivenReply each : body.answers() == null ? List.<GivenReply>of() : body.answers()) {
            Optional<String> question = fields.needed("question", each.question(), 120);
            Optional<Reply> reply =
                    fields.needed(
                            "reply", each.reply(), fields.word("reply", each.reply(), Reply.class));
            question.ifPresent(key -> reply.ifPresent(value -> replies.put(key, value)));
        }
        fields.check();
        return views.report(
                Refused.unless(enrolling.answer(caller.actor(), roster.orElseThrow(), replies)),
                _ -> true,
                Optional.empty(),
                1_000);
    }

    @POST
    @Path("/{id}/approval")
    @Operation(
            summary = "Does exactly what was shown with this hash, or nothing",
            description =
                    "A dangerous plan waits for the approval of a second person; firstApproval is"
                            + " then true. What is small is done at once; of the rest, progress"
                            + " tells.")
    public RosterViews.RosterView approve(
            @PathParam("id") String id, RunsResource.@Nullable Approval sent) {
        RunsResource.Approval body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<RosterId> roster = fields.id("id", id, RosterId::of);
        Optional<String> hash = fields.needed("hash", body.hash(), 200);
        fields.check();
        Roster approved =
                Refused.unless(
                        approving.approve(
                                caller.actor(), roster.orElseThrow(), hash.orElseThrow()));
        return RosterViews.RosterView.of(carrying.begin(approved));
    }

    @POST
    @Path("/{id}/stop")
    @Operation(summary = "Stops between two steps what is being carried out; what is done stays")
    public RosterViews.RosterView stop(@PathParam("id") String id) {
        return RosterViews.RosterView.of(Refused.unless(approving.stop(caller.actor(), id(id))));
    }

    @POST
    @Path("/{id}/continuation")
    @Operation(summary = "Goes on with what was approved and stopped")
    public RosterViews.RosterView goOn(@PathParam("id") String id) {
        return RosterViews.RosterView.of(
                carrying.begin(Refused.unless(approving.goOn(caller.actor(), id(id)))));
    }

    @GET
    @Path("/{id}/outcome")
    @Produces("text/csv")
    @Operation(
            summary = "What became of every step of an approved roster, as CSV",
            description = "Kept as long as a roster may wait.")
    @APIResponseSchema(value = String.class, responseCode = "200")
    public Response outcome(@PathParam("id") String id) {
        return Response.ok(
                        views.outcome(Refused.unless(carryingOut.report(caller.actor(), id(id)))))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".csv\"")
                .build();
    }

    private static RosterId id(String id) {
        Fields fields = new Fields();
        Optional<RosterId> roster = fields.id("id", id, RosterId::of);
        fields.check();
        return roster.orElseThrow();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Discards a waiting roster and forgets what it said")
    public void discard(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<RosterId> roster = fields.id("id", id, RosterId::of);
        fields.check();
        Refused.unless(enrolling.discard(caller.actor(), roster.orElseThrow()));
    }
}
