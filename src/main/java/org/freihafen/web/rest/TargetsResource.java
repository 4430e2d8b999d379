package org.freihafen.web.rest;

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
import org.freihafen.access.Actor;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.Operating;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The directory and the file clouds: how they fare, and runs over them. */
@Path("/targets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "targets")
public class TargetsResource {
    private final Caller caller;
    private final Operating operating;

    @Inject
    TargetsResource(Caller caller, Operating operating) {
        this.caller = caller;
        this.operating = operating;
    }

    /**
     * A target.
     *
     * @param held a run that waits for approval
     * @param runs the latest, newest first
     */
    public record TargetView(
            String name,
            boolean readOnly,
            Optional<RunsResource.RunView> held,
            List<RunsResource.RunView> runs) {}

    /** All targets. */
    public record TargetList(List<TargetView> targets) {}

    /** The run that was queued. */
    public record Queued(String run) {}

    @GET
    @Operation(summary = "All targets with their latest runs and what is held")
    public TargetList list() {
        return new TargetList(
                operating.targets(caller.actor()).stream()
                        .map(state ->
                                new TargetView(
                                        state.name(),
                                        state.readOnly(),
                                        state.held().map(RunsResource.RunView::of),
                                        state.latest().stream()
                                                .map(RunsResource.RunView::of)
                                                .toList()))
                        .toList());
    }

    @POST
    @Path("/{name}/runs")
    @Operation(
            summary = "Queues a full run",
            description = "With dryRun=true it plans and changes nothing.")
    @APIResponseSchema(value = Queued.class, responseCode = "202")
    public Response run(
            @PathParam("name") String name, @QueryParam("dryRun") @Nullable String dryRun) {
        Fields fields = new Fields();
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            fields.wrong("dryRun", "not_one_of", "true, false");
        }
        fields.check();
        Actor actor = caller.actor();
        RunId run = Refused.unless(operating.start(actor, name, "true".equals(dryRun)));
        return Response.accepted(new Queued(run.toString())).build();
    }

    @POST
    @Path("/{name}/takeover")
    @Operation(
            summary = "Goes on from what the target holds",
            description =
                    "Where another installation wrote to it, or we did before a backup was"
                            + " restored.")
    public void takeOver(@PathParam("name") String name) throws TargetUnavailable {
        Refused.unless(operating.takeOver(caller.actor(), name));
    }
}
