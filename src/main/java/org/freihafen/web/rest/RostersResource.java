package org.freihafen.web.rest;

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
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.ids.RosterId;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Membership exports: read, shown, then applied by approval of exactly what was shown. */
@Path("/rosters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "rosters")
public class RostersResource {
    private static final int LATEST = 100;

    private final Caller caller;
    private final Enrolling enrolling;
    private final RosterViews views;

    @Inject
    RostersResource(Caller caller, Enrolling enrolling, RosterViews views) {
        this.caller = caller;
        this.enrolling = enrolling;
        this.views = views;
    }

    /** The newest first. */
    public record RosterList(List<RosterViews.RosterView> rosters) {}

    @GET
    @Operation(
            summary = "The newest rosters, waiting or not",
            description = "What a waiting one would change is told by its own path only.")
    public RosterList list() {
        return new RosterList(
                enrolling.latest(caller.actor(), LATEST).stream()
                        .map(RosterViews.RosterView::listed)
                        .toList());
    }

    @POST
    @Consumes("text/csv")
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
                            .entity(views.report(report, Optional.empty(), Optional.empty(), 1_000))
                            .build();
        };
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A waiting roster as it looks today",
            description =
                    "kind narrows to joiner, returner, mover, leaver, correction or gone-before."
                            + " Ask on with after=next while next is there.")
    public RosterViews.Report show(
            @PathParam("id") String id,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<RosterId> roster = fields.id("id", id, RosterId::of);
        Optional<RosterChange.Kind> wanted = fields.word("kind", kind, RosterChange.Kind.class);
        Optional<String> later = fields.text("after", after, 40);
        int most = fields.number("limit", limit, 1, 10_000, 1_000);
        fields.check();
        RosterReport report = Refused.unless(enrolling.show(caller.actor(), roster.orElseThrow()));
        return views.report(report, wanted, later, most);
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Does exactly what was shown with this hash, or nothing")
    public RosterViews.RosterView approve(
            @PathParam("id") String id, RunsResource.@Nullable Approval sent) {
        RunsResource.Approval body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<RosterId> roster = fields.id("id", id, RosterId::of);
        Optional<String> hash = fields.needed("hash", body.hash(), 200);
        fields.check();
        Roster applied =
                Refused.unless(
                        enrolling.approve(
                                caller.actor(), roster.orElseThrow(), hash.orElseThrow()));
        return RosterViews.RosterView.of(applied);
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
