package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.renewal.Renewing;
import org.freihafen.rest.Sight;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Grants of a unit that end soon. */
@Path("/units/{key}/endings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "grants")
public class EndingsResource {
    private final Caller caller;
    private final Sight sight;
    private final GrantViews views;
    private final Renewing renewing;

    @Inject
    EndingsResource(Caller caller, Sight sight, GrantViews views, Renewing renewing) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.renewing = renewing;
    }

    /**
     * A grant that ends soon.
     *
     * @param renewable the last day on which it would hold if it were renewed now; empty if a
     *     ceiling forbids that
     */
    public record EndingView(GrantViews.GrantView grant, Optional<LocalDate> renewable) {}

    /** The soonest first. */
    public record EndingList(List<EndingView> endings) {}

    @GET
    @Operation(summary = "Grants of the unit that end soon, for those who may renew them")
    public EndingList endings(@PathParam("key") String key) {
        Unit unit = sight.unit(key);
        sight.require(Action.GRANT, unit);
        return new EndingList(
                renewing.ending(caller.actor(), unit.id()).stream().map(this::view).toList());
    }

    private EndingView view(Renewing.Ending ending) {
        return new EndingView(
                views.view(ending.grant()),
                switch (ending.renewed()) {
                    case Decision.Done<Grant>(Grant renewed) ->
                            renewed.until().map(until -> until.minusDays(1));
                    case Decision.Refused<Grant> _ -> Optional.empty();
                });
    }
}
