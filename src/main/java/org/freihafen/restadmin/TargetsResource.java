package org.freihafen.restadmin;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Actor;
import org.freihafen.access.Refusal;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.runs.Inspecting;
import org.freihafen.runs.Operating;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    private final Inspecting inspecting;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    TargetsResource(
            Caller caller,
            Operating operating,
            Inspecting inspecting,
            HttpServletRequest request,
            Language language) {
        this.caller = caller;
        this.operating = operating;
        this.inspecting = inspecting;
        this.request = request;
        this.language = language;
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

    /**
     * A thing that a cloud's administrator has to set.
     *
     * @param state {@code met}, {@code broken} or {@code unverified}, which somebody has to look at
     * @param shown what the cloud shows
     * @param commands set it
     */
    public record CheckView(String check, String state, String shown, List<String> commands) {}

    /**
     * How a cloud is set up, as the last full run saw it.
     *
     * @param internal nothing in it may leave the organisation
     * @param alarms how many checks are broken
     * @param unknown what an internal cloud can do and nobody knows
     */
    public record SetUp(
            Instant readAt,
            boolean internal,
            String version,
            int alarms,
            List<CheckView> checks,
            List<String> unknown) {}

    /**
     * A target with how it is set up.
     *
     * @param setUp of clouds only, from the first full run on
     */
    public record WholeTarget(
            String name,
            boolean readOnly,
            Optional<RunsResource.RunView> held,
            List<RunsResource.RunView> runs,
            Optional<SetUp> setUp) {}

    /** All targets. */
    public record TargetList(List<TargetView> targets) {}

    /** The run that was queued. */
    public record Queued(String run) {}

    @GET
    @Operation(summary = "All targets with their latest runs and what is held")
    public TargetList list() {
        Locale reader = language.of(request).language();
        return new TargetList(
                operating.targets(caller.actor()).stream()
                        .map(state -> TargetViews.view(state, reader))
                        .toList());
    }

    @GET
    @Path("/{name}")
    @Operation(
            summary = "A target with how it is set up",
            description =
                    "Of a cloud: what its administrator has to set, each with its commands, and"
                            + " whether it shows. A check that is broken is an alarm.")
    public WholeTarget one(@PathParam("name") String name) {
        Actor actor = caller.actor();
        Locale reader = language.of(request).language();
        return operating.targets(actor).stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .map(state -> TargetViews.view(state, inspecting.inspection(actor, name), reader))
                .orElseThrow(() -> new Refused(Refusal.by(Refusal.Rule.NOT_FOUND, name)));
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
