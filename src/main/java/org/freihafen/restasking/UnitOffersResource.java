package org.freihafen.restasking;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.freihafen.access.TextRule.Text;
import org.freihafen.ids.FolderId;
import org.freihafen.offering.Offer;
import org.freihafen.offering.OfferingGrants;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.restasking.OfferViews.OfferList;
import org.freihafen.restasking.OfferViews.OfferView;
import org.freihafen.restgrant.UnitGrantsResource;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.freihafen.workspaces.FolderRef;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a unit offers to single people. */
@Path("/units/{key}/offers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "offers")
public class UnitOffersResource {
    private final Caller caller;
    private final Sight sight;
    private final OfferingGrants offering;
    private final OfferViews views;

    @Inject
    UnitOffersResource(Caller caller, Sight sight, OfferingGrants offering, OfferViews views) {
        this.caller = caller;
        this.sight = sight;
        this.offering = offering;
        this.views = views;
    }

    /**
     * What is offered.
     *
     * @param person a login name or member number
     * @param because the key of the unit for whose sake; the grant then ends with it
     * @param folder its id; left out for the whole workspace
     * @param until the last day; left out for no end
     */
    public record ToOffer(
            @Nullable String person,
            @Nullable String because,
            @Nullable String folder,
            @Nullable List<String> permissions,
            @Nullable String until,
            @Nullable String reason) {}

    @GET
    @Operation(summary = "What the unit offers to people and was not accepted yet")
    public OfferList offers(@PathParam("key") String key) {
        Unit unit = sight.unit(key);
        sight.require(Action.GRANT, unit);
        return new OfferList(
                offering.listed(caller.actor(), unit.id()).stream().map(views::view).toList());
    }

    @POST
    @Operation(
            summary = "Offers a person access to the workspace or a folder in it",
            description = "The answer is the same whether there is such a person or not.")
    @APIResponseSchema(value = OfferView.class, responseCode = "202")
    public Response offer(@PathParam("key") String key, @Nullable ToOffer sent) {
        ToOffer body = Fields.body(sent);
        Unit unit = sight.unit(key);
        sight.require(Action.GRANT, unit);
        Fields fields = new Fields();
        Optional<String> person = fields.needed("person", body.person(), Text.ADDRESS.longest());
        Optional<Unit> because =
                fields.key("because", body.because()).flatMap(wanted -> sight.find(wanted.value()));
        if (because.isEmpty() && body.because() != null && !body.because().isBlank()) {
            fields.wrong("because", "not_a_key");
        }
        Optional<FolderId> folder = fields.id("folder", body.folder(), FolderId::of);
        Set<Permission> permissions = UnitGrantsResource.permissions(fields, body.permissions());
        Optional<LocalDate> until = fields.day("until", body.until());
        Optional<String> reason = fields.text("reason", body.reason(), Text.REASON.longest());
        fields.check();
        Offer offer =
                Refused.unless(
                        offering.offer(
                                caller.actor(),
                                new OfferingGrants.Wish(
                                        new FolderRef(unit.id(), folder),
                                        person.orElseThrow(),
                                        because.map(Unit::id),
                                        permissions,
                                        until,
                                        reason.orElse(""))));
        return Response.accepted(views.view(offer)).build();
    }
}
