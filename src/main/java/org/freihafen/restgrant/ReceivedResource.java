package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Sight;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;

/** What others granted to a unit. */
@Path("/units/{key}/received")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "grants")
public class ReceivedResource {
    private final Sight sight;
    private final GrantViews views;
    private final Grants grants;
    private final Clock clock;

    @Inject
    ReceivedResource(Sight sight, GrantViews views, Grants grants, Clock clock) {
        this.sight = sight;
        this.views = views;
        this.grants = grants;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The grants that the unit's people or leads receive",
            description = "Ask on with after=next while next is there.")
    public UnitGrantsResource.GrantList received(
            @PathParam("key") String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.SEE_GRANTS, unit);
        return UnitGrantsResource.list(grants.to(unit.id(), LocalDate.now(clock)), views, asked);
    }
}
