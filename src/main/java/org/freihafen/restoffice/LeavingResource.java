package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.leaving.LeavingDue;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.restadmin.RunsResource;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** People whose announced day of leaving has come, while they do not leave by themselves. */
@Path("/rosters/due")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "rosters")
public class LeavingResource {
    private final Caller caller;
    private final LeavingDue leaving;
    private final RosterViews views;

    @Inject
    LeavingResource(Caller caller, LeavingDue leaving, RosterViews views) {
        this.caller = caller;
        this.leaving = leaving;
        this.views = views;
    }

    /** How many left. */
    public record LeftView(int people) {}

    @GET
    @Operation(
            summary = "Who is due to leave and waits for approval",
            description =
                    "Suspiciously many at once do not leave by themselves; staying lists who cannot"
                            + " leave before somebody else administers the whole. Without a hash"
                            + " nobody waits. Ask on with after=next while next is there.")
    public RosterViews.DueView show(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<String> later = fields.text("after", after, 40);
        int most = fields.number("limit", limit, 1, 10_000, 1_000);
        fields.check();
        return views.due(leaving.waiting(caller.actor()), later, most);
    }

    @POST
    @Path("/approval")
    @Operation(summary = "Lets exactly those leave who were shown with this hash, or nobody")
    public LeftView approve(RunsResource.@Nullable Approval sent) {
        String hash = RunsResource.Approval.in(sent);
        return new LeftView(Refused.unless(leaving.approve(caller.actor(), hash)));
    }
}
