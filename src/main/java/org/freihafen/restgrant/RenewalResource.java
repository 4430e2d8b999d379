package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.ids.GrantId;
import org.freihafen.renewal.Renewing;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.StateTag;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.web.Caller;

import java.util.Optional;

/** A grant gets a new term. */
@Path("/grants/{id}/renewal")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "grants")
public class RenewalResource {
    private final Caller caller;
    private final Sight sight;
    private final GrantViews views;
    private final Grants grants;
    private final Renewing renewing;

    @Inject
    RenewalResource(
            Caller caller, Sight sight, GrantViews views, Grants grants, Renewing renewing) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.grants = grants;
        this.renewing = renewing;
    }

    @POST
    @Operation(
            summary = "Renews a grant for as long again as it held",
            description =
                    "At most for as long as the ceilings allow from today on. For another end,"
                            + " PATCH the grant.")
    @APIResponseSchema(value = GrantViews.GrantView.class, responseCode = "200")
    public Response renew(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<GrantId> grant = fields.id("id", id, GrantId::of);
        fields.check();
        Grant renewed =
                grants.byId(grant.orElseThrow())
                        .filter(this::isSeen)
                        .map(found -> Refused.unless(renewing.renew(caller.actor(), found.id())))
                        .orElseThrow(NotFoundException::new);
        return Response.ok(views.view(renewed)).tag(StateTag.of(renewed)).build();
    }

    private boolean isSeen(Grant grant) {
        return sight.find(grant.folder().workspace())
                .filter(unit -> sight.allows(Action.SEE_GRANTS, unit))
                .isPresent();
    }
}
