package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.drift.DecidingDrift;
import org.freihafen.drift.Drift;
import org.freihafen.drift.Drifts;
import org.freihafen.drift.SeeingDrift;
import org.freihafen.drift.SeeingDrift.Shown;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.restgrant.DriftViews.DriftView;
import org.freihafen.restgrant.UnitDriftResource.DriftList;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/** What was done by hand and waits for a word, and the word. */
@Path("/drift")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "drift")
public class DriftResource {
    private static final int LONGEST_REASON = 4000;

    private final Caller caller;
    private final Sight sight;
    private final DriftViews views;
    private final Drifts drifts;
    private final SeeingDrift seeing;
    private final DecidingDrift deciding;

    @Inject
    DriftResource(
            Caller caller,
            Sight sight,
            DriftViews views,
            Drifts drifts,
            SeeingDrift seeing,
            DecidingDrift deciding) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.drifts = drifts;
        this.seeing = seeing;
        this.deciding = deciding;
    }

    /** Nothing needs to be said. */
    public record ToRepair() {}

    /** What the grant is for that it becomes, if it becomes one. */
    public record ToAdopt(@Nullable String reason) {}

    @GET
    @Operation(
            summary = "What was done by hand anywhere and of which nobody has said anything yet",
            description = "Ask on with after=next while next is there.")
    public DriftList list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Paged<Shown> part =
                Paged.of(
                        seeing.everywhere(caller.actor()),
                        shown -> shown.drift().id().toString(),
                        asked);
        return new DriftList(part.shown().stream().map(views::view).toList(), part.next());
    }

    @POST
    @Path("/{id}/repair")
    @Operation(
            summary = "Lets it be as it was decided",
            description =
                    "What was put back stays so; what was followed, taken over or left is undone"
                            + " by the next run.")
    public DriftView repair(@PathParam("id") String id, @Nullable ToRepair sent) {
        Fields.body(sent);
        return answered(Refused.unless(deciding.repair(caller.actor(), seen(id))));
    }

    @POST
    @Path("/{id}/adoption")
    @Operation(
            summary = "Lets it be as it was found",
            description =
                    "Access that was given becomes the unit's grant, by the rules for every grant;"
                            + " access that was taken ends one.")
    public DriftView adopt(@PathParam("id") String id, @Nullable ToAdopt sent) {
        ToAdopt body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> reason = fields.text("reason", body.reason(), LONGEST_REASON);
        fields.check();
        return answered(
                Refused.unless(deciding.adopt(caller.actor(), seen(id), reason.orElse(""))));
    }

    private UUID seen(String text) {
        Fields fields = new Fields();
        Optional<UUID> id = fields.id("id", text);
        fields.check();
        return drifts.byId(id.orElseThrow())
                .filter(drift ->
                        sight.find(drift.found().unit())
                                .filter(unit -> sight.allows(Action.SEE_DRIFT, unit))
                                .isPresent())
                .map(Drift::id)
                .orElseThrow(NotFoundException::new);
    }

    private DriftView answered(Drift drift) {
        return views.view(drift, Optional.empty());
    }
}
