package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.drift.SeeingDrift;
import org.freihafen.drift.SeeingDrift.Shown;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Sight;
import org.freihafen.restgrant.DriftViews.DriftView;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** What was done by hand in a unit's workspace. */
@Path("/units/{key}/drift")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "drift")
public class UnitDriftResource {
    private final Caller caller;
    private final Sight sight;
    private final DriftViews views;
    private final SeeingDrift seeing;

    @Inject
    UnitDriftResource(Caller caller, Sight sight, DriftViews views, SeeingDrift seeing) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.seeing = seeing;
    }

    /** In the order in which it was found. */
    public record DriftList(List<DriftView> drift, Optional<String> next) {}

    @GET
    @Operation(
            summary = "What was done by hand in the unit's workspace, and what became of it",
            description = "Ask on with after=next while next is there.")
    public DriftList list(
            @PathParam("key") String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.SEE_DRIFT, unit);
        Paged<Shown> part =
                Paged.of(
                        seeing.in(caller.actor(), unit.id()),
                        shown -> shown.drift().id().toString(),
                        asked);
        return new DriftList(part.shown().stream().map(views::view).toList(), part.next());
    }
}
